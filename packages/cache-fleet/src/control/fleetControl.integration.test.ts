import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fleet } from '../fleet';
import { writeManifests } from '../apply/__testUtils__/writeManifests';
import { FleetControlClient } from './fleetControlClient';
import { FleetControl, startFleetControl } from './startFleetControl';

jest.setTimeout(60_000);

describe('startFleetControl', () => {
  let fleet: Fleet;
  let control: FleetControl;
  let client: FleetControlClient;
  const applied: string[] = [];

  beforeAll(async () => {
    fleet = await Fleet.create();
    await fleet.startCache({
      name: 'sessions',
      topology: 'replicated',
      regions: ['region1', 'region2'],
    });
    control = await startFleetControl(fleet, {
      onApplied: async ({ cache }) => {
        applied.push(cache.name);
      },
    });
    client = FleetControlClient.create(control);
  });
  afterAll(async () => {
    await control.stop();
    await fleet.stop();
  });

  /** A request as anybody could send it. */
  function send(
    method: string,
    path: string,
    options: { token?: string; body?: string } = {},
  ): Promise<{ status?: number; text: string }> {
    return new Promise((resolve, reject) => {
      const { token = control.token, body } = options;
      const outgoing = request(
        new URL(path, control.url),
        { method, agent: false, headers: { authorization: `Bearer ${token}` } },
        response => {
          let text = '';
          response.on('data', chunk => {
            text += String(chunk);
          });
          response.on('end', () =>
            resolve({ status: response.statusCode, text }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  it('lists the caches, without anything to log in with', async () => {
    const caches = await client.caches();
    expect(caches).toMatchObject([
      {
        name: 'sessions',
        topology: 'replicated',
        nodes: [
          { region: 'region1', running: true, frozen: false },
          { region: 'region2', running: true, frozen: false },
        ],
      },
    ]);
    const { password } = fleet.cache('sessions').node('region1')
      .credentials.default;
    expect((await send('GET', '/caches')).text).not.toContain(password);
  });

  it('breaks nodes and brings them back', async () => {
    const nodeOf = (cache: Awaited<ReturnType<typeof client.kill>>) =>
      cache.nodes.find(({ region }) => region === 'region1');
    expect(nodeOf(await client.freeze('sessions', 'region1'))).toMatchObject({
      frozen: true,
    });
    expect(nodeOf(await client.resume('sessions', 'region1'))).toMatchObject({
      frozen: false,
    });
    expect(nodeOf(await client.kill('sessions', 'region1'))).toMatchObject({
      running: false,
    });
    await expect(client.freeze('sessions', 'region1')).rejects.toThrow(
      'The node in region "region1" does not run, so it cannot freeze; start it with restart.',
    );
    expect(
      nodeOf(await client.restart('sessions', 'region1', { empty: true })),
    ).toMatchObject({ running: true });
    expect(nodeOf(await client.stop('sessions', 'region1'))).toMatchObject({
      running: false,
    });
    await client.restart('sessions', 'region1');
  });

  it('breaks links and heals them', async () => {
    const linkOf = (cache: Awaited<ReturnType<typeof client.cut>>) =>
      cache.links.find(({ from }) => from === 'region2');
    const healthy = linkOf((await client.caches())[0]);
    expect(
      linkOf(
        await client.delay('sessions', 'region2', {
          milliseconds: { toReplica: 30 },
        }),
      ),
    ).toMatchObject({ toReplica: { delayMs: 30 }, toPrimary: { delayMs: 0 } });
    expect(
      linkOf(
        await client.throttle('sessions', 'region2', { bytesPerSecond: 1000 }),
      ),
    ).toMatchObject({ toPrimary: { bytesPerSecond: 1000 } });
    expect(
      linkOf(
        await client.blackHole('sessions', 'region2', {
          direction: 'toPrimary',
        }),
      ),
    ).toMatchObject({
      toPrimary: { blackHole: true },
      toReplica: { blackHole: false },
    });
    expect(linkOf(await client.cut('sessions', 'region2'))).toMatchObject({
      cut: true,
    });
    expect(linkOf(await client.heal('sessions', 'region2'))).toEqual(healthy);
  });

  it('applies manifests and tells who asked for it to be told', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'manifests-'));
    try {
      await writeManifests(folder, { name: 'flags', useCase: 'feature-flags' });
      const result = await client.apply(folder);
      expect(result.cache.name).toBe('flags');
      expect(result.started).toEqual(['region1', 'region2']);
      expect(applied).toEqual(['flags']);
      expect((await client.apply(folder)).started).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each`
    problem               | method    | path                                        | body                         | status | message
    ${'unknown cache'}    | ${'POST'} | ${'/caches/other/nodes/region1/kill'}       | ${undefined}                 | ${404} | ${'The fleet has no cache \\"other\\"'}
    ${'unknown region'}   | ${'POST'} | ${'/caches/sessions/nodes/region9/kill'}    | ${undefined}                 | ${404} | ${'has no node in region \\"region9\\"'}
    ${'unknown link'}     | ${'POST'} | ${'/caches/sessions/links/region2/cut'}     | ${'{"to":"region9"}'}        | ${404} | ${'has no link from'}
    ${'unknown action'}   | ${'POST'} | ${'/caches/sessions/nodes/region1/explode'} | ${undefined}                 | ${404} | ${'there are kill, stop, freeze, resume, restart'}
    ${'unknown route'}    | ${'GET'}  | ${'/'}                                      | ${undefined}                 | ${404} | ${'there are GET /caches, POST /apply'}
    ${'wrong type'}       | ${'POST'} | ${'/caches/sessions/links/region2/delay'}   | ${'{"milliseconds":"soon"}'} | ${400} | ${'milliseconds'}
    ${'unknown field'}    | ${'POST'} | ${'/caches/sessions/nodes/region1/restart'} | ${'{"emtpy":true}'}          | ${400} | ${'emtpy'}
    ${'unwanted body'}    | ${'POST'} | ${'/caches/sessions/nodes/region1/kill'}    | ${'{"now":true}'}            | ${400} | ${'now'}
    ${'no JSON'}          | ${'POST'} | ${'/apply'}                                 | ${'{'}                       | ${400} | ${'The body is no JSON.'}
    ${'no such folder'}   | ${'POST'} | ${'/apply'}                                 | ${'{"folder":"/nosuch"}'}    | ${400} | ${'Found no overlay in'}
    ${'too large a body'} | ${'POST'} | ${'/apply'}                                 | ${'x'.repeat(100_000)}       | ${400} | ${'larger than 65536 bytes'}
  `('refuses $problem', async ({ method, path, body, status, message }) => {
    const answer = await send(method, path, { body });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(message);
  });

  it('answers nobody without the token', async () => {
    const answer = await send('POST', '/caches/sessions/nodes/region1/kill', {
      token: 'guess',
    });
    expect(answer.status).toBe(401);
    expect(fleet.cache('sessions').node('region1').running).toBe(true);
  });
});
