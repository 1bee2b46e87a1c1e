import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { parse } from 'yaml';
import {
  withCertificates,
  writeManifests,
} from '../apply/__testUtils__/writeManifests';
import { waitUntil } from '../servers/waitUntil';
import { Fleet } from './fleet';

jest.setTimeout(60_000);

describe('Fleet.apply', () => {
  let fleet: Fleet;
  let folder: string;
  beforeEach(async () => {
    fleet = await Fleet.create();
    folder = await mkdtemp(join(tmpdir(), 'manifests-'));
  });
  afterEach(async () => {
    await fleet.stop();
    await rm(folder, { recursive: true });
  });

  const generate = (change: Parameters<typeof writeManifests>[1] = {}) =>
    writeManifests(folder, change);

  async function edit(file: string, from: string, to: string): Promise<void> {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  }

  const pids = () =>
    fleet.cache('sessions').nodes.map(node => [node.region, node.pid]);

  it('runs what was generated: a primary, and a replica with the same data', async () => {
    await generate();
    const { cache, started, pendingRestart } = await fleet.apply(folder);
    expect(started).toEqual(['region1', 'region2']);
    expect(pendingRestart).toEqual([]);
    expect(cache.name).toBe('sessions');
    expect(cache.entityRef).toBe('resource:default/sessions');
    expect(cache.topology).toBe('replicated');
    const primary = cache.node('region1');
    await primary.ask(client => client.set('a', 'value'));
    await waitUntil('the write to arrive', 5_000, async () =>
      cache
        .node('region2')
        .ask(async client => (await client.get('a')) === 'value'),
    );
    expect(cache.link('region2').connections).toBeGreaterThan(0);
    await expect(primary.ask(c => c.info('replication'))).resolves.toMatch(
      /ip=region2,/,
    );
    await expect(primary.ask(c => c.info('memory'))).resolves.toMatch(
      /maxmemory:2147483648\r\n/,
    );
  });

  it('gives the portal the users of the manifests, with the same passwords in every region', async () => {
    await generate();
    const { cache } = await fleet.apply(folder);
    const [first, second] = cache.nodes;
    expect(first.credentials).toEqual(second.credentials);
    expect(first.credentials.monitor.username).toBe('monitoring');
    expect(first.credentials.operator.username).toBe('operations');
    const client = first.client();
    const { username, password } = first.credentials.monitor;
    await client.call('AUTH', username, password);
    await expect(client.info('replication')).resolves.toMatch(/role:master/);
    await expect(client.get('a')).rejects.toThrow(/NOPERM/);
    client.disconnect();
  });

  it('uses the Secrets it is given', async () => {
    await generate();
    const secrets = { 'sessions-credentials': { password: 'from-a-vault' } };
    const { cache } = await fleet.apply(folder, { secrets });
    expect(cache.node('region2').credentials.default.password).toBe(
      'from-a-vault',
    );
  });

  it('says of every argument that the server at hand does not know', async () => {
    await generate();
    const { untranslated } = await fleet.apply(folder);
    const { flavour } = fleet.server;
    const reported = (argument: string) =>
      untranslated.filter(each => each.argument === argument);
    // Dragonfly takes every argument as it is.
    const expected = (argument: string, reason: string) =>
      flavour === 'dragonfly'
        ? []
        : ['region1', 'region2'].map(region => ({
            region,
            argument,
            reason: `${flavour}: ${reason}`,
          }));
    expect(reported('--proactor_threads=2')).toEqual(
      expected('--proactor_threads=2', 'it runs commands on one thread'),
    );
    expect(reported('+dfly of user operations')).toEqual(
      expected('+dfly of user operations', 'it has no such command'),
    );
    expect(JSON.stringify(untranslated)).not.toMatch(/requirepass|maxmemory/);
  });

  it('says what of the manifests nothing on this machine reads', async () => {
    await generate();
    const { untranslated } = await fleet.apply(folder);
    const unread = untranslated.filter(({ reason }) =>
      /^nothing on this machine reads/.test(reason),
    );
    const names = unread.map(({ argument }) => argument);
    expect(names).toContain('PodMonitor sessions');
    expect(names.join()).not.toMatch(/Service|ConfigMap|StatefulSet/);
  });

  it('runs a cache with TLS whose users come from a secret store, and tells the portal how to reach it', async () => {
    await writeManifests(folder, {}, withCertificates);
    const { cache } = await fleet.apply(folder);
    const file = join(fleet.directory, 'portal.yaml');
    await fleet.writeConfig(file);
    const { caches } = parse(await readFile(file, 'utf8')).dragonfly;
    const { region1 } = caches.sessions.nodes;
    expect(region1).toMatchObject({ tls: true, username: 'monitoring' });
    const node = cache.node('region1');
    const client = new Redis({
      ...region1,
      tls: { ca: await readFile(region1.caFile) },
      retryStrategy: () => undefined,
    });
    await expect(client.info('replication')).resolves.toMatch(/role:master/);
    client.disconnect();
    const inClearText = new Redis({
      ...node.address,
      lazyConnect: true,
      retryStrategy: () => undefined,
    });
    inClearText.on('error', () => {});
    await expect(inClearText.connect()).rejects.toThrow();
  });

  it('starts independent primaries for a cache without replication', async () => {
    await generate({ name: 'limits', useCase: 'rate-limiting' });
    const { cache } = await fleet.apply(folder);
    expect(cache.topology).toBe('independent');
    for (const node of cache.nodes) {
      await node.ask(client => client.set('a', node.region));
      await expect(node.ask(c => c.info('memory'))).resolves.toMatch(
        /maxmemory_policy:noeviction/,
      );
    }
  });

  it('changes nothing when the same is applied again', async () => {
    await generate();
    const first = await fleet.apply(folder);
    const before = pids();
    const second = await fleet.apply(folder);
    expect(second).toEqual({ ...first, started: [] });
    expect(second.cache).toBe(first.cache);
    expect(pids()).toEqual(before);
  });

  it('restarts nothing for a moved primary, and a restart follows the topology that runs', async () => {
    await generate();
    await fleet.apply(folder);
    const before = pids();
    await generate({ primaryRegion: 'region2', otherRegions: ['region1'] });
    const { cache, started, pendingRestart } = await fleet.apply(folder);
    expect(started).toEqual([]);
    expect(pendingRestart).toEqual(['region1', 'region2']);
    expect(pids()).toEqual(before);
    // Nobody has promoted region2: it must not become a second primary because a file says so.
    const declared = cache.node('region2');
    await declared.restart({ empty: true });
    await expect(declared.ask(c => c.info('replication'))).resolves.toMatch(
      /role:slave/,
    );
    expect((await declared.guardLog()).at(-1)).toBe(
      'start-guard: region2 starts as replica of region1, because region1 answers as primary',
    );
    await cache.node('region1').restart({ empty: true });
    expect((await fleet.apply(folder)).pendingRestart).toEqual([]);
  });

  it('restarts for a changed pod template only where updates roll', async () => {
    await generate();
    await fleet.apply(folder);
    const file = 'base/stateful-set.yaml';
    await edit(file, '--maxmemory=2gb', '--maxmemory=1gb');
    const held = await fleet.apply(folder);
    expect(held.started).toEqual([]);
    expect(held.pendingRestart).toEqual(['region1', 'region2']);
    await edit(file, 'type: OnDelete', 'type: RollingUpdate');
    const rolled = await fleet.apply(folder);
    expect(rolled.started).toEqual(['region1', 'region2']);
    expect(rolled.pendingRestart).toEqual([]);
    await expect(
      rolled.cache.node('region1').ask(client => client.info('memory')),
    ).resolves.toMatch(/maxmemory:1073741824\r\n/);
  });

  it('refuses what is no folder of one cache', async () => {
    await expect(fleet.apply(folder)).rejects.toThrow(/Found no overlay in /);
    await generate();
    await edit(
      'overlays/region2/kustomization.yaml',
      '../../base',
      '../nosuch',
    );
    await expect(fleet.apply(folder)).rejects.toThrow(
      /kustomize cannot build ".*region2": .*nosuch/s,
    );
    await generate();
    await fleet.startCache({
      name: 'sessions',
      topology: 'independent',
      regions: ['region1'],
    });
    await expect(fleet.apply(folder)).rejects.toThrow(
      'The fleet already has a cache "sessions"',
    );
  });

  it('refuses another shape of a running cache', async () => {
    await generate();
    await fleet.apply(folder);
    await rm(join(folder, 'overlays/region2'), { recursive: true });
    await expect(fleet.apply(folder)).rejects.toThrow(
      'Cache "sessions" runs replicated in region1, region2, the manifests make it independent in region1; stop the cache before you apply them.',
    );
  });
});
