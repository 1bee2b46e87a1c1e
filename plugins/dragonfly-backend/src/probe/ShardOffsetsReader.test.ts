import {
  ConnectedReplica,
  NodeFacts,
  ReplicationFacts,
} from 'backstage-plugin-dragonfly-common';
import { ScriptedReply, ScriptedServer } from './__testUtils__/ScriptedServer';
import { Deadline } from './Deadline';
import { ShardOffsetsReader } from './ShardOffsetsReader';

const TIMEOUT_MS = 400;
const OF_PRIMARY = 'DFLY REPLICAOFFSET';
const OF_REPLICA = 'DEBUG REPLICA OFFSET';
const LOGIN = 'AUTH operator geheim';

const vector = (...records: number[]) =>
  `*${records.length}\r\n${records.map(each => `:${each}\r\n`).join('')}`;

const listing = (state: ConnectedReplica['state']): ReplicationFacts => ({
  role: 'primary',
  replicationId: 'a',
  replicas: [{ address: 'region2', port: 6379, state }],
});
const primary = listing('online');
const replica: ReplicationFacts = {
  role: 'replica',
  primaryHost: 'region1',
  primaryPort: 6379,
  link: 'up',
  fullSyncInProgress: false,
  offset: { unit: 'records', value: 7 },
};
const on = (
  replication: ReplicationFacts,
  flavour: NodeFacts['flavour'] = 'dragonfly',
): NodeFacts => ({ flavour, replication });

describe('ShardOffsetsReader', () => {
  let server: ScriptedServer;
  let reader: ShardOffsetsReader;
  let script: Record<string, ScriptedReply>;

  async function read(facts: NodeFacts) {
    const deadline = Deadline.after(TIMEOUT_MS);
    try {
      return await reader.read(facts, deadline);
    } finally {
      deadline.clear();
    }
  }

  const asked = () =>
    server.commands.flat().filter(command => command !== LOGIN);

  beforeEach(async () => {
    script = {
      [LOGIN]: '+OK\r\n',
      [OF_PRIMARY]: vector(251817, 252968),
      [OF_REPLICA]: `*2\r\n$5\r\nSYNC1\r\n${vector(251816, 252963)}`,
    };
    server = await ScriptedServer.listen(command => script[command] ?? 'hang');
    reader = new ShardOffsetsReader({
      host: '127.0.0.1',
      port: server.port,
      tls: false,
      username: 'operator',
      password: 'geheim',
    });
  });

  afterEach(async () => {
    reader.close();
    await server.close();
  });

  it('asks a primary and a replica each in its way, over one connection', async () => {
    const before = Date.now();
    expect(await read(on(primary))).toEqual({
      records: [251817, 252968],
      observedAt: expect.any(Number),
      durationMs: expect.any(Number),
    });
    const ofReplica = await read(on(replica));
    expect(ofReplica).toMatchObject({
      session: 'SYNC1',
      records: [251816, 252963],
    });
    expect(ofReplica?.observedAt).toBeGreaterThanOrEqual(before);
    expect(server.commands).toEqual([[LOGIN, OF_PRIMARY, OF_REPLICA]]);
  });

  it('goes on asking a replica whose link is down', async () => {
    expect(await read(on({ ...replica, link: 'down' }))).toBeDefined();
  });

  it.each`
    situation                            | facts
    ${'a primary that is copied from'}   | ${on(listing('full-sync'))}
    ${'a primary about to be copied'}    | ${on(listing('preparation'))}
    ${'a copy that is being made'}       | ${on({ ...replica, fullSyncInProgress: true })}
    ${'a replica that never had a copy'} | ${on({ ...replica, offset: undefined })}
    ${'Redis'}                           | ${on(primary, 'redis')}
    ${'a replica of Valkey'}             | ${on(replica, 'valkey')}
  `('asks nothing of $situation', async ({ facts }) => {
    expect(await read(facts)).toBeUndefined();
    expect(server.commands).toEqual([]);
  });

  it.each([
    '-NOPERM operator has no ACL permissions\r\n',
    '-ERR unknown command `DFLY`\r\n',
    '-ERR Unknown subcommand or wrong number of arguments\r\n',
  ])('asks no more after %j, until it is closed', async refusal => {
    script[OF_PRIMARY] = refusal;
    for (let i = 0; i < 3; i++) {
      expect(await read(on(primary))).toBeUndefined();
    }
    expect(asked()).toEqual([OF_PRIMARY]);

    reader.close();
    script[OF_PRIMARY] = vector(1);

    expect(await read(on(primary))).toMatchObject({ records: [1] });
  });

  it.each([
    ['a role that has changed since', '-ERR I am master\r\n'],
    ['an answer that is not understood', '+OK\r\n'],
    ['a connection that ends', 'end'],
  ] as const)(
    'takes %s for a failure of this reading only',
    async (_, reply) => {
      script[OF_REPLICA] = reply;
      expect(await read(on(replica))).toBeUndefined();

      script[OF_REPLICA] = `*2\r\n$5\r\nSYNC2\r\n${vector(9)}`;

      expect(await read(on(replica))).toMatchObject({
        session: 'SYNC2',
        records: [9],
      });
    },
  );

  it('gives up half-way through the time that is left, and leaves no connection behind', async () => {
    script[OF_REPLICA] = 'hang';
    const startedAt = performance.now();

    expect(await read(on(replica))).toBeUndefined();

    expect(performance.now() - startedAt).toBeLessThan(TIMEOUT_MS - 50);
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(server.openConnections).toBe(0);
  });

  it('does not try a refused password at every probe', async () => {
    script[LOGIN] = '-WRONGPASS invalid username-password pair\r\n';
    for (let i = 0; i < 11; i++) {
      expect(await read(on(primary))).toBeUndefined();
    }
    expect(server.commands).toEqual([[LOGIN]]);

    script[LOGIN] = '+OK\r\n';

    expect(await read(on(primary))).toBeDefined();
  });
});
