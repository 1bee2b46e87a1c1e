import { spawnSync } from 'node:child_process';
import { Fleet, FleetCache } from 'cache-fleet';
import {
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { ClusterStandIn } from './__testUtils__/clusterStandIn';
import {
  runbookIn,
  shellBlocks,
  shellBlocksOf,
} from './__testUtils__/readRunbook';

const runbook = runbookIn(rendered());

/** Four seconds pass whenever somebody looks. */
const QUICK_CLOCK = `
  tick=$(mktemp)
  trap 'rm "$tick"' EXIT
  echo 0 > "$tick"
  date() { now=$(($(cat "$tick") + 4)); echo "$now" > "$tick"; echo "$now"; }
`;

describe('the shell of the runbook', () => {
  it.each([
    rendered(
      spec(),
      policyOf(),
      settings({ issuer: { kind: 'Issuer', name: 'a' } }),
    ),
    rendered(independentSpec()),
    rendered(independentSpec({ flavour: 'operator' })),
  ])('is understood by sh ($summary)', manifests => {
    const blocks = shellBlocks(runbookIn(manifests));
    expect(blocks.length).toBeGreaterThan(5);
    for (const block of blocks) {
      const { status, stderr } = spawnSync('sh', ['-n'], {
        input: block,
        encoding: 'utf8',
      });
      expect({ block, status, stderr }).toEqual({
        block,
        status: 0,
        stderr: '',
      });
    }
  });
});

describe('the runbook against two real servers', () => {
  const functions = [
    ...shellBlocksOf(runbook, 'Prepare'),
    shellBlocksOf(runbook, 'Move the primary')[0],
  ].join('\n');
  let fleet: Fleet;
  let cache: FleetCache;
  let cluster: ClusterStandIn;

  beforeEach(async () => {
    fleet = await Fleet.create();
    cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    await cache.waitUntilInSync();
    const regions = ['region1', 'region2'] as const;
    cluster = ClusterStandIn.create(
      regions.map(region => ({
        region,
        ...cache.node(region).address,
        password: cache.node(region).credentials.default.password,
        peers: Object.fromEntries(
          regions
            .filter(other => other !== region)
            .map(other => [
              `sessions.databases.${other}.example.com`,
              cache.link(region, other).address,
            ]),
        ),
      })),
      {
        speaksDragonfly: fleet.server.flavour === 'dragonfly',
      },
    );
  }, 60_000);

  afterEach(async () => {
    cluster?.close();
    await fleet?.stop();
  }, 60_000);

  const run = (commands: string) => cluster.run(`${functions}\n${commands}`);
  const planned = (region: string) =>
    shellBlocksOf(runbook, `Make ${region} the primary`)[0];
  const forced = (region: string) =>
    shellBlocksOf(runbook, `Make ${region} the primary`)[1];
  const roleOf = (region: string) =>
    cache.node(region).ask(async client => {
      const [, role] =
        /^role:(\w+)/m.exec(await client.info('replication')) ?? [];
      return role;
    });

  it('moves the primary under writes, loses none, and moves it back', async () => {
    const writer = cache.node('region1').client();
    const confirmed: string[] = [];
    const writing = (async () => {
      for (let i = 0; ; i++) {
        await writer.set(`key-${i}`, i);
        confirmed.push(`key-${i}`);
      }
    })().catch(String);
    const move = await run(planned('region2'));
    const refusal = await writing;
    writer.disconnect();

    expect(move).toMatchObject({ code: 0, stderr: '' });
    expect(move.stdout).toContain('the primary is in region2 now');
    expect(confirmed.length).toBeGreaterThan(100);
    expect(refusal).toMatch(/READONLY/);
    expect(await roleOf('region2')).toBe('master');
    expect(await roleOf('region1')).toBe('slave');
    const kept = await cache
      .node('region2')
      .ask(client => client.exists(...confirmed));
    expect(kept).toBe(confirmed.length);

    expect(
      await run(
        'until [ "$(field region1 master_link_status)" = up ] && [ "$(field region1 master_sync_in_progress)" = 0 ]; do sleep 0.2; done',
      ),
    ).toMatchObject({ code: 0 });
    expect(await run(planned('region1'))).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await roleOf('region1')).toBe('master');
    expect(await roleOf('region2')).toBe('slave');
  }, 90_000);

  it('changes nothing when asked to move from a server that is no primary', async () => {
    const { code, stderr } = await run(planned('region1'));
    expect(code).not.toBe(0);
    expect(stderr).toContain(
      'region2 does not answer as the primary: nothing was changed',
    );
    expect(await roleOf('region1')).toBe('master');
  }, 60_000);

  it('gives up and lets writes go on when the replica does not catch up', async () => {
    const { code, stderr } = await cluster.run(`${functions}
      ${QUICK_CLOCK}
      applied() { echo 1; }
      ${planned('region2')}`);
    expect(code).not.toBe(0);
    expect(stderr).toContain(
      'region2 did not catch up: writes go on in region1',
    );
    expect(await roleOf('region2')).toBe('slave');
    const answer = await cache
      .node('region1')
      .ask(client => client.set('after', '1'));
    expect(answer).toBe('OK');
  }, 60_000);

  it('does not promote while it cannot read any position', async () => {
    const { code } = await cluster.run(`${functions}
      ${QUICK_CLOCK}
      written() { :; }
      applied() { :; }
      ${planned('region2')}`);
    expect(code).not.toBe(0);
    expect(await roleOf('region2')).toBe('slave');
  }, 60_000);

  it('fails over to what is left, and takes the lost region back', async () => {
    await cache.node('region1').ask(client => client.set('kept', 'yes'));
    await cache.node('region1').ask(client => client.wait(1, 2_000));
    await cache.node('region1').kill();
    expect(await run(forced('region2'))).toMatchObject({ code: 0 });
    expect(await roleOf('region2')).toBe('master');

    await cache.node('region1').restart();
    expect(await run('attach region1 region2')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await roleOf('region1')).toBe('slave');
    expect(await cache.node('region2').ask(client => client.get('kept'))).toBe(
      'yes',
    );
  }, 60_000);

  it('attaches nothing to a server that is no primary', async () => {
    const { code, stderr } = await run('attach region1 region2');
    expect(code).not.toBe(0);
    expect(stderr).toContain(
      'region2 does not answer as a primary that region1 could follow: nothing was changed',
    );
    expect(await roleOf('region1')).toBe('master');
  }, 60_000);

  it('shows both servers with their roles', async () => {
    const [look] = shellBlocksOf(runbook, 'Is everything fine?');
    const onServers = look
      .split('\n')
      .filter(line => !line.includes('kube '))
      .join('\n');
    const { code, stdout } = await run(onServers);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /== region1[\s\S]*role:master[\s\S]*== region2[\s\S]*role:slave/,
    );
  }, 60_000);
});
