import { FleetCache, FleetNode } from 'cache-fleet';
import { eventually } from '../__testUtils__/eventually';
import { NOTICED_MS, RETURNED_MS } from '../__testUtils__/quickMonitor';
import { fill } from './__testUtils__/fill';
import { untilFound } from './__testUtils__/untilFound';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(60_000);

const KEYS = 100;

/** A replica tries to connect each second, and then copies nothing. */
const COPIED_MS = 3_000;

/** Every tenth probe counts the keys. */
const COUNTED_MS = 10_000;

describe('faults of a server', () => {
  let watched: WatchedCaches;
  let cache: FleetCache;

  beforeEach(async () => {
    watched = await watchCaches();
    cache = watched.cache('sessions');
  });
  afterEach(() => watched.stop());

  const kill = (node: FleetNode) => node.kill();
  const freeze = async (node: FleetNode) => node.freeze();
  const restart = (node: FleetNode) => node.restart();
  const resume = async (node: FleetNode) => node.resume();

  it.each`
    fault                  | region       | other        | cause     | cure       | failure
    ${'a killed primary'}  | ${'region1'} | ${'region2'} | ${kill}   | ${restart} | ${/refused|reset/}
    ${'a killed replica'}  | ${'region2'} | ${'region1'} | ${kill}   | ${restart} | ${/refused|reset/}
    ${'a stopped primary'} | ${'region1'} | ${'region2'} | ${freeze} | ${resume}  | ${/timeout/}
    ${'a stopped replica'} | ${'region2'} | ${'region1'} | ${freeze} | ${resume}  | ${/timeout/}
  `(
    '$fault is unreachable within two intervals and a timeout, and seen again when it returns',
    async ({ region, other, cause, cure, failure }) => {
      const { portal } = watched;
      await cause(cache.node(region));

      const state = await untilFound(
        portal,
        'sessions',
        { verdict: 'critical', code: 'UNREACHABLE', region },
        NOTICED_MS,
      );

      const node = (name: string) =>
        state.nodes.find(candidate => candidate.region === name);
      expect(node(region)?.failure?.kind).toMatch(failure);
      expect(node(other)).toMatchObject({ probe: { kind: 'fresh' } });
      expect(node(other)?.failure).toBeUndefined();

      await cure(cache.node(region));
      await eventually(RETURNED_MS, async () => {
        const { reasons } = await portal.stateOf('sessions');
        expect(reasons.map(({ code }) => code)).not.toContain('UNREACHABLE');
      });
    },
  );

  it('a primary that comes back empty is never healthy again without a word: its copy is wiped, or does not follow it', async () => {
    const { portal, fleet } = watched;
    await fill(cache.node('region1'), KEYS, 10);
    await eventually(COUNTED_MS, async () => {
      const { nodes } = await portal.stateOf('sessions');
      expect(nodes[1].facts?.keys?.total).toBe(KEYS);
    });

    await cache.node('region1').restart({ empty: true });

    // The fleet's Dragonflies are told to break off replication when their primary restarted.
    const breaksOff = fleet.server.flavour === 'dragonfly';
    const state = await untilFound(
      portal,
      'sessions',
      {
        verdict: 'critical',
        code: breaksOff ? 'REPLICATION_STOPPED' : 'COPY_WIPED',
        region: 'region2',
      },
      COPIED_MS + NOTICED_MS,
    );
    expect(state.nodes[1].lag?.time).toEqual({
      kind: 'no-usable-copy',
      because: breaksOff ? 'stopped' : 'wiped',
    });
  });
});
