import { Redis } from 'ioredis';
import { connect as dial } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Login } from '../servers/types';
import { waitUntil } from '../servers/waitUntil';
import { Replay } from './replay';
import { startReplay } from './startReplay';

jest.setTimeout(30_000);

describe('startReplay', () => {
  let replay: Replay;
  const clients: Redis[] = [];
  afterEach(async () => {
    clients.splice(0).forEach(client => client.disconnect());
    await replay.stop();
  });

  async function connect(
    node: string,
    login: Login = replay.node(node).credentials.monitor,
    options: { protocol?: 2 | 3 } = {},
  ): Promise<Redis> {
    const client = new Redis({
      ...replay.node(node).address,
      ...login,
      ...options,
      lazyConnect: true,
      retryStrategy: () => undefined,
      maxRetriesPerRequest: 0,
    });
    clients.push(client);
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  function within<T>(promise: Promise<T>, ms: number): Promise<T | 'silence'> {
    return Promise.race([promise, sleep(ms, 'silence' as const)]);
  }

  it.each([2, 3] as const)(
    'serves a client with its default options over RESP%d',
    async protocol => {
      replay = await startReplay('stable_sync_idle');
      const client = await connect('primary', undefined, { protocol });
      await expect(client.ping()).resolves.toBe('PONG');
      await expect(client.info('replication')).resolves.toMatch(
        /^# Replication\r\nrole:master\r\nconnected_slaves:1\r\n/,
      );
      await expect(client.role()).resolves.toEqual([
        'master',
        [['127.0.0.1', expect.any(String), 'online']],
      ]);
      await expect(client.wait(1, 1000)).resolves.toBe(1);
    },
  );

  it('keeps the order of pipelined commands', async () => {
    replay = await startReplay('stable_sync_idle');
    const client = await connect('primary');
    const answers = await Promise.all([
      client.ping(),
      client.info('server'),
      client.ping(),
    ]);
    expect(answers[0]).toBe('PONG');
    expect(answers[1]).toMatch(/^# Server/);
    expect(answers[2]).toBe('PONG');
  });

  it('lets the monitor only look', async () => {
    replay = await startReplay('stable_sync_idle');
    const monitor = await connect('primary');
    for (const command of [
      ['DFLY', 'REPLICAOFFSET'],
      ['CLIENT', 'SETNAME', 'x'],
    ]) {
      await expect(
        monitor.call(command[0], ...command.slice(1)),
      ).rejects.toThrow('NOPERM monitor has no ACL permissions');
    }
    const operator = await connect(
      'primary',
      replay.node('primary').credentials.operator,
    );
    await expect(operator.call('DFLY', 'REPLICAOFFSET')).resolves.toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
  });

  it('refuses wrong passwords, and commands before a login', async () => {
    replay = await startReplay('stable_sync_idle');
    const client = await connect('primary');
    await expect(client.call('AUTH', 'monitor', 'wrong')).rejects.toThrow(
      'WRONGPASS invalid username-password pair or user is disabled.',
    );
    const stranger = new Redis({
      ...replay.node('primary').address,
      enableReadyCheck: false,
      protocol: 2,
    });
    clients.push(stranger);
    await expect(stranger.ping()).rejects.toThrow(
      'NOAUTH Authentication required.',
    );
  });

  it('serves the admin port where it was recorded', async () => {
    replay = await startReplay('stable_sync_idle');
    const { adminAddress, credentials } = replay.node('replica');
    const client = new Redis({ ...adminAddress, ...credentials.default });
    clients.push(client);
    await expect(client.info('replication')).resolves.toMatch(/role:slave/);
    await replay.stop();
    replay = await startReplay('dual_primary');
    expect(() => replay.node('primary').adminAddress).toThrow(
      'The recording holds nothing from the admin port of node "primary".',
    );
  });

  it('ends with its process: connections close, new ones are refused', async () => {
    replay = await startReplay('primary_killed', { atMs: 3_000 });
    const client = await connect('primary');
    const ended = new Promise(resolve => client.once('end', resolve));
    await replay.seek(3_500);
    await ended;
    await expect(connect('primary')).rejects.toThrow(/Connection is closed/);
    await replay.seek(3_000);
    await expect((await connect('primary')).ping()).resolves.toBe('PONG');
  });

  it('hangs while its process was frozen, and answers when it runs again', async () => {
    replay = await startReplay('primary_sigstop', { atMs: 5_000 });
    const client = await connect('primary');
    await replay.seek(10_000);
    const answer = client.ping();
    expect(await within(answer, 200)).toBe('silence');
    await replay.seek(26_000);
    await expect(answer).resolves.toBe('PONG');
  });

  it('never answers what was never answered', async () => {
    replay = await startReplay('replicaof_unreachable', { atMs: 1_000 });
    const { credentials } = replay.node('replica');
    const client = await connect('replica', credentials.operator);
    const answer = client.call('REPLICAOF', '127.0.0.1', '7198');
    answer.catch(() => {});
    expect(await within(answer, 200)).toBe('silence');
    await expect((await connect('replica')).ping()).resolves.toBe('PONG');
  });

  it('plays: restarts come by themselves, faster than they did', async () => {
    replay = await startReplay('primary_restart_empty_default', {
      atMs: 1_500,
    });
    const client = await connect('primary');
    // Not by asking again and again: on a busy machine all of the death can pass between two questions.
    const died = new Promise<void>(resolve => {
      client.once('close', resolve);
    });
    replay.play(10);
    await died;
    expect(replay.nowMs).toBeGreaterThanOrEqual(1_922.4);
    await waitUntil('the restart', 10_000, async () =>
      connect('primary').then(
        () => true,
        () => false,
      ),
    );
    expect(replay.nowMs).toBeGreaterThanOrEqual(3_988.9);
    replay.pause();
    const held = replay.nowMs;
    await sleep(20);
    expect(replay.nowMs).toBe(held);
  });

  it('answers a protocol error to what is no command', async () => {
    replay = await startReplay('stable_sync_idle');
    const socket = dial(replay.node('primary').address);
    let text = '';
    socket.on('data', bytes => {
      text += String(bytes);
    });
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await new Promise(resolve => {
      socket.once('close', resolve);
    });
    expect(text).toBe('-ERR Protocol error\r\n');
  });

  it('names what there is when asked for what there is not', async () => {
    replay = await startReplay('stable_sync_idle');
    await expect(startReplay('nosuch')).rejects.toThrow(
      /Found no recording "nosuch"; there are auth_and_errors, /,
    );
    await expect(
      startReplay('stable_sync_idle', { nodes: ['third'] }),
    ).rejects.toThrow(
      'The recording "stable_sync_idle" has no node "third"; it has primary, replica.',
    );
    expect(() => replay.node('third')).toThrow(
      'The replay of "stable_sync_idle" has no node "third"; it has primary, replica.',
    );
  });
});
