import { Observation } from 'backstage-plugin-dragonfly-common';
import {
  bulk,
  ScriptedReply,
  ScriptedServer,
} from './__testUtils__/ScriptedServer';
import { ConnectionSlots } from './ConnectionSlots';
import { NodeProbe } from './NodeProbe';

const TIMEOUT_MS = 400;
const PASSWORD = 'geheim-und-lang';

const dragonflyPrimary: Record<string, ScriptedReply> = {
  [`AUTH portal ${PASSWORD}`]: '+OK\r\n',
  'INFO replication': bulk(
    '# Replication\r\nrole:master\r\nconnected_slaves:1\r\nslave0:ip=region2,port=6379,state=online,lag=3\r\nmaster_replid:23da84e854077a6beb9d5250a8960f5491b75003\r\n',
  ),
  'INFO server': bulk(
    '# Server\r\nredis_version:7.4.0\r\ndragonfly_version:df-v1.40.1\r\nuptime_in_seconds:60\r\n',
  ),
  'INFO memory': bulk(
    '# Memory\r\nused_memory:1000\r\nmaxmemory:2000\r\nmaxmemory_policy:eviction\r\n',
  ),
  'INFO keyspace': bulk('# Keyspace\r\ndb0:keys=3,expires=1,avg_ttl=-1\r\n'),
  WAIT: ':1\r\n',
};

const NO_PERMISSION = '-NOPERM portal has no ACL permissions\r\n';

describe('NodeProbe', () => {
  let server: ScriptedServer;
  let probe: NodeProbe;

  /** Starts the server and the probe; the script that is returned can be changed while they run. */
  async function probeOf(replies: Record<string, ScriptedReply>) {
    const script: Record<string, ScriptedReply> = {
      ...dragonflyPrimary,
      ...replies,
    };
    server = await ScriptedServer.listen(
      command =>
        // How long it may take depends on what is left of the time.
        script[command.startsWith('WAIT ') ? 'WAIT' : command] ?? NO_PERMISSION,
    );
    probe = NodeProbe.create({
      region: 'region1',
      target: {
        host: '127.0.0.1',
        port: server.port,
        tls: false,
        username: 'portal',
        password: PASSWORD,
      },
      timeoutMs: TIMEOUT_MS,
      slots: new ConnectionSlots(1),
    });
    return script;
  }

  async function observe(times: number): Promise<Observation> {
    let observation = await probe.observe();
    for (let i = 1; i < times; i++) {
      observation = await probe.observe();
    }
    return observation;
  }

  afterEach(async () => {
    jest.restoreAllMocks();
    probe.close();
    await server.close();
  });

  it('asks no more than a user with +info and +wait may', async () => {
    await probeOf({});

    expect(await probe.observe()).toMatchObject({
      region: 'region1',
      outcome: 'answered',
      durationMs: expect.any(Number),
      observedAt: expect.any(Number),
      facts: {
        flavour: 'dragonfly',
        version: '1.40.1',
        keys: { total: 3, expiring: 1 },
        memory: { usedBytes: 1000, limitBytes: 2000 },
        replication: { role: 'primary', replicas: [{ lagRecords: 3 }] },
        waitProbe: { acknowledgedReplicas: 1 },
      },
    });
    expect(server.commands).toEqual([
      [
        `AUTH portal ${PASSWORD}`,
        'INFO replication',
        'INFO server',
        'INFO memory',
        'INFO keyspace',
        'INFO stats',
      ],
      [`AUTH portal ${PASSWORD}`, expect.stringMatching(/^WAIT 1 \d+$/)],
    ]);
  });

  it('asks the other sections once in ten times and carries them over', async () => {
    await probeOf({});
    const asked = () =>
      server.commands[0].filter(command => command === 'INFO memory').length;

    await observe(1);
    expect(asked()).toBe(1);

    for (const times of [2, 3]) {
      expect(await observe(10)).toMatchObject({
        facts: { version: '1.40.1', keys: { total: 3 } },
      });
      expect(asked()).toBe(times);
    }
  });

  it('asks the other sections again when the data set is another one', async () => {
    const script = await probeOf({});
    await observe(2);

    script['INFO replication'] = bulk(
      '# Replication\r\nrole:master\r\nconnected_slaves:0\r\nmaster_replid:f000000000000000000000000000000000000000\r\n',
    );
    script['INFO keyspace'] = bulk('# Keyspace\r\n');

    expect(await observe(1)).toMatchObject({ facts: { keys: { total: 0 } } });
  });

  it('gives up a hanging INFO at the timeout and leaves no connection behind', async () => {
    await probeOf({ 'INFO replication': 'hang' });

    for (let i = 0; i < 3; i++) {
      const startedAt = performance.now();
      expect(await probe.observe()).toMatchObject({
        outcome: 'failed',
        failure: {
          kind: 'timeout',
          message: 'no answer in time',
          answersPing: false,
        },
      });
      expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS + 200);
    }
    await new Promise(resolve => setTimeout(resolve, 50));

    expect(server.commands.flat()).toEqual(
      Array(3)
        .fill([
          `AUTH portal ${PASSWORD}`,
          'INFO replication',
          `AUTH portal ${PASSWORD}`,
          'PING',
        ])
        .flat(),
    );
    expect(server.openConnections).toBe(0);
  });

  it('tells a server that takes over, and answers PING, from one that is gone', async () => {
    await probeOf({ 'INFO replication': 'hang', PING: '+PONG\r\n' });

    expect(await probe.observe()).toMatchObject({
      failure: { kind: 'timeout', answersPing: true },
    });
  });

  it('takes a node for answering when only another section hangs', async () => {
    // When all sections are asked again is random; here not within the next few probes, which would hang as well.
    jest.spyOn(Math, 'random').mockReturnValue(0.99);
    await probeOf({ 'INFO memory': 'hang' });

    expect(await probe.observe()).toMatchObject({
      outcome: 'answered',
      facts: { flavour: 'dragonfly', version: '1.40.1', memory: undefined },
    });
    const startedAt = performance.now();
    expect(await observe(3)).toMatchObject({
      outcome: 'answered',
      facts: { version: '1.40.1' },
    });
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS);
  });

  it('lets WAIT take what is left of the time, and no more', async () => {
    await probeOf({ WAIT: 'hang' });
    const startedAt = performance.now();

    const observation = await probe.observe();

    expect(observation).toMatchObject({ outcome: 'answered' });
    expect(observation).not.toHaveProperty('facts.waitProbe');
    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS + 100);
    const [, milliseconds] =
      /WAIT 1 (\d+)/.exec(server.commands.flat().join()) ?? [];
    expect(Number(milliseconds)).toBeLessThanOrEqual(TIMEOUT_MS - 50);
    expect(Number(milliseconds)).toBeGreaterThan(TIMEOUT_MS / 2);
  });

  it('asks WAIT of a Dragonfly that hides its replicas and counts them', async () => {
    await probeOf({
      'INFO replication': bulk(
        '# Replication\r\nrole:master\r\nconnected_slaves:1\r\nmaster_replid:23da84e854077a6beb9d5250a8960f5491b75003\r\n',
      ),
    });

    expect(await observe(1)).toMatchObject({
      outcome: 'answered',
      facts: {
        replication: { replicas: [], connectedReplicas: 1 },
        waitProbe: { acknowledgedReplicas: 1 },
      },
    });
  });

  it('does without WAIT when the user may not call it, and does not ask again', async () => {
    await probeOf({ WAIT: NO_PERMISSION });

    const observation = await observe(3);

    expect(observation).toMatchObject({ outcome: 'answered' });
    expect(observation).not.toHaveProperty('facts.waitProbe');
    expect(server.commands).toHaveLength(2);
  });

  it.each`
    situation                        | replies                                                                                                         | reason
    ${'Redis'}                       | ${{ 'INFO server': bulk('# Server\r\nredis_version:7.2.4\r\n') }}                                               | ${'its WAIT covers only the writes of the asking connection'}
    ${'an older Dragonfly'}          | ${{ 'INFO server': bulk('# Server\r\ndragonfly_version:df-v1.39.0\r\n') }}                                      | ${'its WAIT does not journal'}
    ${'a primary without a replica'} | ${{ 'INFO replication': bulk('# Replication\r\nrole:master\r\nconnected_slaves:0\r\nmaster_replid:23da\r\n') }} | ${'nobody could acknowledge'}
  `('does not send WAIT to $situation: $reason', async ({ replies }) => {
    await probeOf(replies);

    await observe(2);

    expect(server.commands.flat().join()).not.toContain('WAIT');
  });

  it.each`
    situation                           | replies                                                                             | kind
    ${'a wrong password'}               | ${{ [`AUTH portal ${PASSWORD}`]: '-WRONGPASS invalid username-password pair\r\n' }} | ${'auth'}
    ${'a user that may not call INFO'}  | ${{ 'INFO replication': NO_PERMISSION }}                                            | ${'permission'}
    ${'a server that is loading'}       | ${{ 'INFO replication': '-LOADING Dragonfly is loading the dataset\r\n' }}          | ${'loading'}
    ${'a server that hangs up'}         | ${{ 'INFO replication': 'end' }}                                                    | ${'reset'}
    ${'a server that hangs up at once'} | ${{ [`AUTH portal ${PASSWORD}`]: 'end' }}                                           | ${'reset'}
    ${'something that is no cache'}     | ${{ [`AUTH portal ${PASSWORD}`]: 'HTTP/1.1 400 Bad Request\r\n\r\n' }}              | ${'protocol'}
    ${'an answer that is not INFO'}     | ${{ 'INFO replication': ':1\r\n' }}                                                 | ${'protocol'}
    ${'an answer without a role'}       | ${{ 'INFO replication': bulk('# Replication\r\n') }}                                | ${'protocol'}
    ${'an endless answer'}              | ${{ 'INFO replication': bulk('x'.repeat(3 * 1024 * 1024)) }}                        | ${'protocol'}
  `('reports $situation as $kind', async ({ replies, kind }) => {
    await probeOf(replies);

    const observation = await probe.observe();

    expect(observation).toMatchObject({ outcome: 'failed', failure: { kind } });
    const said = JSON.stringify(observation);
    expect(said).not.toContain(PASSWORD);
    expect(said).not.toContain('127.0.0.1');
    expect(said).not.toContain(String(server.port));
    expect(await probe.observe()).toMatchObject({ failure: { kind } });
  });

  it('ends a probe that is under way when it is closed', async () => {
    await probeOf({ 'INFO replication': 'hang' });
    const startedAt = performance.now();
    const underWay = probe.observe();
    setTimeout(() => probe.close(), 50);

    await expect(underWay).resolves.toMatchObject({ outcome: 'failed' });

    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS - 100);
  });
});
