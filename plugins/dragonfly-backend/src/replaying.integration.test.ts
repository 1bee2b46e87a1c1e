import { Replay, startReplay } from 'cache-fleet';
import { cacheEntity } from './__testUtils__/cacheEntity';
import { eventually } from './__testUtils__/eventually';
import { NOTICED_MS, quickMonitor } from './__testUtils__/quickMonitor';
import { Portal, startPortal } from './__testUtils__/startPortal';

/** A real Dragonfly's answers, in situations that only a Dragonfly gets into. */
describe('watching recordings of Dragonfly', () => {
  let replay: Replay;
  let portal: Portal;

  async function watch(recording: string, monitor = quickMonitor) {
    replay = await startReplay(recording);
    const node = (name: string) => ({
      ...replay.node(name).address,
      ...replay.node(name).credentials.monitor,
    });
    portal = await startPortal({
      entities: [cacheEntity()],
      dragonfly: {
        monitor,
        caches: {
          sessions: {
            nodes: { region1: node('primary'), region2: node('replica') },
          },
        },
      },
    });
  }

  afterEach(async () => {
    await portal?.stop();
    await replay?.stop();
  });

  it('sees a healthy pair, its records and its memory', async () => {
    await watch('info_all_both_roles');

    await eventually(5_000, async () => {
      expect(await portal.stateOf('sessions')).toMatchObject({
        verdict: 'healthy',
        nodes: [
          {
            observedRole: 'primary',
            facts: {
              flavour: 'dragonfly',
              version: '1.40.1',
              memory: { usedBytes: expect.any(Number) },
              replication: { replicas: [{ state: 'online' }] },
            },
          },
          { observedRole: 'replica', lag: { amount: { kind: 'records' } } },
        ],
      });
    });
  });

  it('sees a primary that hangs, although its replica says that the link is up', async () => {
    await watch('primary_sigstop');
    await eventually(5_000, async () => {
      expect((await portal.stateOf('sessions')).nodes).toMatchObject([
        { probe: { kind: 'fresh' }, observedRole: 'primary' },
        { probe: { kind: 'fresh' }, observedRole: 'replica' },
      ]);
    });

    await replay.seek(hangsAt(replay));

    await eventually(NOTICED_MS, async () => {
      const state = await portal.stateOf('sessions');
      expect(state).toMatchObject({
        verdict: 'critical',
        reasons: expect.arrayContaining([
          expect.objectContaining({ code: 'UNREACHABLE', region: 'region1' }),
        ]),
        nodes: [
          { failure: { kind: 'timeout' } },
          { facts: { replication: { role: 'replica', link: 'up' } } },
        ],
      });
    });
  });
});

/** A moment of the recording at which a node was asked and did not answer. */
function hangsAt({ recording }: Replay): number {
  const silence = recording.steps.find(step => step.kind === 'silence');
  if (!silence) {
    throw new Error(`Nothing hangs in the recording ${recording.scenario}.`);
  }
  return silence.atMs;
}
