import { NodeFacts } from 'backstage-plugin-dragonfly-common';
import { bulk, ScriptedServer } from './__testUtils__/ScriptedServer';
import { CacheHeartbeat } from './CacheHeartbeat';
import { Deadline } from './Deadline';
import { FallbackConnections } from './FallbackConnections';
import { HEARTBEAT_KEYS } from './heartbeatKeys';
import { HeartbeatReader } from './HeartbeatReader';
import { SideConnection } from './SideConnection';

const INTERVAL_MS = 500;
const NIL = '$-1\r\n';

const values = (...found: (number | undefined)[]) =>
  `*${found.length}\r\n${found.map(at => (at ? bulk(String(at)) : NIL)).join('')}`;

const copy = (fullSyncInProgress = false): NodeFacts => ({
  flavour: 'dragonfly',
  replication: {
    role: 'replica',
    primaryHost: 'region1',
    link: 'up',
    fullSyncInProgress,
  },
});

describe('HeartbeatReader', () => {
  let server: ScriptedServer;
  let reply: string;
  let heartbeat: CacheHeartbeat;
  let connection: SideConnection;
  let reader: HeartbeatReader;

  async function read(facts: NodeFacts = copy()) {
    const deadline = Deadline.after(1_000);
    try {
      return await reader.read(facts, deadline);
    } finally {
      deadline.clear();
    }
  }

  beforeEach(async () => {
    server = await ScriptedServer.listen(() => reply);
    heartbeat = CacheHeartbeat.create({
      intervalMs: INTERVAL_MS,
      mayWrite: () => true,
    });
    heartbeat.written(Date.now());
    connection = new SideConnection({
      host: '127.0.0.1',
      port: server.port,
      tls: false,
    });
    reader = new HeartbeatReader(
      heartbeat,
      new FallbackConnections([connection]),
    );
  });

  afterEach(async () => {
    connection.close();
    await server.close();
  });

  it('finds the oldest of the keys that are there', async () => {
    reply = values(3_000, undefined, 1_000, 2_000);

    expect(await read()).toEqual({ writtenAt: 1_000, intervalMs: INTERVAL_MS });
    expect(server.commands.flat()).toEqual([
      `MGET ${HEARTBEAT_KEYS.join(' ')}`,
    ]);
  });

  it('goes on with what it found last when the keys have run out', async () => {
    reply = values(1_000, 1_000);
    await read();
    reply = values(undefined, undefined);

    expect(await read()).toMatchObject({ writtenAt: 1_000 });

    reader.reset();

    expect(await read()).toBeUndefined();
  });

  it.each`
    situation                         | text
    ${'keys that were never there'}   | ${values(undefined, undefined)}
    ${'keys of somebody else'}        | ${`*2\r\n${bulk('yes')}${bulk('-5')}`}
    ${'an answer that is no list'}    | ${'+OK\r\n'}
    ${'a user that may not read'}     | ${'-NOPERM no permissions\r\n'}
    ${'a replica that serves nobody'} | ${'-MASTERDOWN Link with MASTER is down\r\n'}
  `('finds nothing in $situation', async ({ text }) => {
    reply = text;

    expect(await read()).toBeUndefined();
  });

  it('does not look at a copy that is being made', async () => {
    reply = values(1_000);

    expect(await read(copy(true))).toBeUndefined();
    expect(server.commands).toEqual([]);
  });

  it('does not take old keys for lag when nobody writes them', async () => {
    reply = values(1_000);
    heartbeat.written(Date.now() - 5 * INTERVAL_MS);

    expect(await read()).toBeUndefined();
    expect(server.commands).toEqual([]);
  });
});
