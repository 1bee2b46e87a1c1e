import { Replay, startReplay } from 'cache-fleet';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';

/** In the midst of some 70,000 writes a second. */
const UNDER_LOAD_MS = 2_500;

/** What a real Dragonfly said of its positions while it was written to. */
describe('lag by positions in the journal', () => {
  let replay: Replay;
  let portal: Portal;

  async function watch(options: { positions: boolean; operations: boolean }) {
    replay = await startReplay('stable_sync_write_load', {
      atMs: UNDER_LOAD_MS,
    });
    const node = (name: string) => {
      const { address, credentials } = replay.node(name);
      return {
        ...address,
        ...credentials.monitor,
        ...(options.operations && { operations: { ...credentials.operator } }),
      };
    };
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor: { ...quickMonitor, lag: { positions: options.positions } },
        caches: {
          sessions: {
            nodes: { region1: node('primary'), region2: node('replica') },
          },
        },
      },
    });
    await eventually(5_000, async () => {
      expect((await portal.stateOf('sessions')).nodes).toMatchObject([
        { observedRole: 'primary' },
        { observedRole: 'replica' },
      ]);
    });
  }

  afterEach(async () => {
    await portal?.stop();
    await replay?.stop();
  });

  it('is measured shard by shard with the credentials for operations', async () => {
    await watch({ positions: true, operations: true });
    replay.play();

    const state = await eventually(5_000, async () => {
      const current = await portal.stateOf('sessions');
      expect(current.nodes[1].lag?.time).toMatchObject({
        kind: 'time',
        method: 'offset-interpolation',
      });
      return current;
    });

    const [primary, copy] = state.nodes;
    expect(primary.facts?.shardOffsets?.records).toHaveLength(2);
    expect(primary.facts?.shardOffsets).not.toHaveProperty('session');
    expect(copy.facts?.shardOffsets).toMatchObject({
      session: 'SYNC1',
      records: [expect.any(Number), expect.any(Number)],
    });
    const { time } = copy.lag ?? {};
    expect(time?.kind === 'time' && time.seconds).toBeLessThan(1);
    expect(JSON.stringify(state)).not.toContain(
      replay.node('primary').credentials.operator.password,
    );
  });

  it.each`
    situation                        | positions | operations
    ${'nobody opted in'}             | ${false}  | ${true}
    ${'there is no such credential'} | ${true}   | ${false}
  `('is told in another way where $situation', async options => {
    await watch(options);
    replay.play();

    await eventually(5_000, async () => {
      const [primary, copy] = (await portal.stateOf('sessions')).nodes;
      expect(primary.facts).not.toHaveProperty('shardOffsets');
      expect(copy.lag?.time).toMatchObject({
        method: expect.stringMatching(/^(wait-probe|write-rate)$/),
      });
    });
  });
});
