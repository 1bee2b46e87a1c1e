import { readFile, stat } from 'node:fs/promises';
import { parse } from 'yaml';
import { waitUntil } from '../servers/waitUntil';
import { Fleet } from './fleet';
import { FleetCache } from './fleetCache';

jest.setTimeout(60_000);

describe('Fleet', () => {
  let fleet: Fleet;
  beforeEach(async () => {
    fleet = await Fleet.create();
  });
  afterEach(() => fleet.stop());

  function startPair(): Promise<FleetCache> {
    return fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
  }

  function keysOn(cache: FleetCache, region: string): Promise<number> {
    return cache.node(region).ask(client => client.dbsize());
  }

  async function write(cache: FleetCache, region: string, key: string) {
    await cache.node(region).ask(client => client.set(key, 'value'));
  }

  it('starts a primary and a replica that copies it', async () => {
    const cache = await startPair();
    await write(cache, 'region1', 'a');
    await waitUntil('the write to arrive', 5_000, async () => {
      return (await keysOn(cache, 'region2')) === 1;
    });
    const info = await cache
      .node('region1')
      .ask(client => client.info('replication'));
    expect(info).toMatch(/slave0:ip=region2,/);
    await expect(write(cache, 'region2', 'b')).rejects.toThrow(/READONLY/);
  });

  it('starts independent primaries without links', async () => {
    const cache = await fleet.startCache({
      name: 'limits',
      topology: 'independent',
      regions: ['region1', 'region2'],
      eviction: 'fixed',
    });
    await write(cache, 'region1', 'a');
    await write(cache, 'region2', 'b');
    expect(cache.links).toEqual([]);
    expect(() => cache.link('region2')).toThrow(
      'Cache "limits" (independent, regions region1, region2) has no link from "region2" to "region1".',
    );
  });

  it('shows no password to the other users of the machine', async () => {
    const cache = await startPair();
    for (const node of cache.nodes) {
      const commandLine = await readFile(`/proc/${node.pid}/cmdline`, 'utf8');
      for (const login of Object.values(node.credentials)) {
        expect(commandLine).not.toContain(login.password);
      }
    }
  });

  it('kills and starts a node again: same port, empty', async () => {
    const cache = await startPair();
    await write(cache, 'region1', 'a');
    const node = cache.node('region1');
    const { port } = node;
    await node.kill();
    expect(node.running).toBe(false);
    expect(node.pid).toBeUndefined();
    await node.restart();
    expect(node.running).toBe(true);
    expect(node.port).toBe(port);
    expect(await keysOn(cache, 'region1')).toBe(0);
  });

  it('keeps the data of a running node unless it is told to start empty', async () => {
    const cache = await startPair();
    await write(cache, 'region1', 'a');
    await cache.node('region1').restart();
    expect(await keysOn(cache, 'region1')).toBe(1);
    await cache.node('region1').restart({ empty: true });
    expect(await keysOn(cache, 'region1')).toBe(0);
  });

  it('freezes a node: connections stay open and nothing is answered', async () => {
    const node = (await startPair()).node('region1');
    const client = node.client();
    await client.ping();
    node.freeze();
    expect(node.frozen).toBe(true);
    const answer = client.ping();
    const first = await Promise.race([
      answer,
      new Promise(resolve => setTimeout(resolve, 300, 'silence')),
    ]);
    expect(first).toBe('silence');
    node.resume();
    await expect(answer).resolves.toBe('PONG');
    client.disconnect();
  });

  it('stops frozen nodes too', async () => {
    const cache = await startPair();
    const pids = cache.nodes.map(node => node.pid);
    cache.node('region1').freeze();
    cache.node('region2').freeze();
    await cache.node('region2').stop();
    await fleet.stop();
    for (const pid of pids) {
      expect(() => process.kill(pid ?? NaN, 0)).toThrow(/ESRCH/);
    }
    await expect(stat(fleet.directory)).rejects.toThrow(/ENOENT/);
  });

  it('gives the monitor what it needs and the operator what operations need', async () => {
    const cache = await startPair();
    const node = cache.node('region2');
    const as = async (login: keyof typeof node.credentials) => {
      const client = node.client();
      await client.call(
        'AUTH',
        node.credentials[login].username,
        node.credentials[login].password,
      );
      return client;
    };
    const monitor = await as('monitor');
    await expect(monitor.info('replication')).resolves.toMatch(/role:slave/);
    await expect(monitor.role()).resolves.toContain('slave');
    await expect(monitor.get('a')).rejects.toThrow(/NOPERM/);
    await expect(monitor.replicaof('NO', 'ONE')).rejects.toThrow(/NOPERM/);
    monitor.disconnect();
    const operator = await as('operator');
    await expect(operator.replicaof('NO', 'ONE')).resolves.toBe('OK');
    await expect(operator.call('CLIENT', 'PAUSE', '10', 'WRITE')).resolves.toBe(
      'OK',
    );
    const { host, port } = cache.link('region2').address;
    await expect(operator.replicaof(host, port)).resolves.toBe('OK');
    await expect(operator.get('a')).rejects.toThrow(/NOPERM/);
    operator.disconnect();
    await cache.waitUntilInSync();
  });

  it('writes the portal configuration for its owner only', async () => {
    const cache = await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
      fronts: true,
    });
    const path = `${fleet.directory}/fleet.yaml`;
    await fleet.writeConfig(path);
    expect((await stat(path)).mode % 0o1000).toBe(0o600);
    const node = (region: string) => ({
      host: '127.0.0.1',
      port: cache.node(region).front?.address.port,
      ...cache.node(region).credentials.monitor,
    });
    expect(parse(await readFile(path, 'utf8'))).toEqual({
      dragonfly: {
        caches: {
          sessions: {
            entityRef: 'resource:default/sessions',
            nodes: { region1: node('region1'), region2: node('region2') },
          },
        },
      },
    });
  });

  it('refuses requests that cannot work', async () => {
    const request = { topology: 'replicated' as const, regions: ['region1'] };
    await expect(
      fleet.startCache({ ...request, name: '../x' }),
    ).rejects.toThrow('name is "../x"; expected a DNS label');
    await expect(
      fleet.startCache({ ...request, name: 'x', regions: ['a', 'a'] }),
    ).rejects.toThrow('Cache "x" names a region twice (a, a)');
    await fleet.startCache({ ...request, name: 'x' });
    await expect(fleet.startCache({ ...request, name: 'x' })).rejects.toThrow(
      'The fleet already has a cache "x"',
    );
  });
});
