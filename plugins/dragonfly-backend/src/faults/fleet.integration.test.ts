import { FleetNode } from 'cache-fleet';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import { eventually } from '../__testUtils__/eventually';
import { untilVerdict } from '../__testUtils__/untilVerdict';
import { untilFound } from './__testUtils__/untilFound';
import { watchCaches, WatchedCaches } from './__testUtils__/watchCaches';

jest.setTimeout(120_000);

// Twenty servers and their watcher share the processors of one machine, so they are given more time than one pair.
const INTERVAL_MS = 500;
const TIMEOUT_MS = 400;
const SLACK_MS = 1_000;
const NOTICED_MS = 2 * INTERVAL_MS + TIMEOUT_MS + SLACK_MS;
const RETURNED_MS = 3 * INTERVAL_MS + TIMEOUT_MS + SLACK_MS;

const monitor = {
  interval: { milliseconds: INTERVAL_MS },
  timeout: { milliseconds: TIMEOUT_MS },
};
const NAMES = Array.from({ length: 10 }, (_, i) => `cache-${i}`);
const DEAD = NAMES.slice(0, 3);
const ALIVE = NAMES.slice(3);

describe('faults of many servers at once', () => {
  let watched: WatchedCaches;

  beforeAll(async () => {
    watched = await watchCaches({
      names: NAMES,
      monitor,
      request: { fronts: true },
    });
  });
  afterAll(() => watched?.stop());

  const nodesOf = (names: string[]): FleetNode[] =>
    names.flatMap(name => watched.cache(name).nodes);
  const statesOf = (names: string[]): Promise<CacheState[]> =>
    Promise.all(names.map(name => watched.portal.stateOf(name)));

  it('the portal’s own network is suspected when nobody answers, and trusted again when they do', async () => {
    const { portal } = watched;
    for (const { front } of nodesOf(NAMES)) {
      front?.setFaults('toServer', { blackHole: true });
      front?.setFaults('toClient', { blackHole: true });
    }

    await eventually(NOTICED_MS, async () => {
      for (const { verdict, reasons } of await statesOf(NAMES)) {
        expect({
          verdict,
          reasons: reasons.map(({ code, region }) => [code, region]),
        }).toEqual({
          verdict: 'unknown',
          reasons: [
            ['PORTAL_ISOLATED', 'region1'],
            ['PORTAL_ISOLATED', 'region2'],
          ],
        });
      }
    });

    await Promise.all(nodesOf(NAMES).map(({ front }) => front?.heal()));
    const healedAt = performance.now();
    for (const name of NAMES) {
      await untilVerdict(
        portal,
        name,
        'healthy',
        healedAt + RETURNED_MS - performance.now(),
      );
    }
  });

  it('of a fleet of which 30 % die, only those are critical, and the others stay fresh', async () => {
    const { portal } = watched;
    await Promise.all(nodesOf(DEAD).map(node => node.kill()));
    const killedAt = performance.now();

    for (const name of DEAD) {
      for (const region of ['region1', 'region2']) {
        const { reasons } = await untilFound(
          portal,
          name,
          { verdict: 'critical', code: 'UNREACHABLE', region },
          killedAt + NOTICED_MS - performance.now(),
        );
        expect(reasons.map(({ code }) => code)).not.toContain(
          'PORTAL_ISOLATED',
        );
      }
    }

    // Two more intervals: the dead may not slow the others down.
    const endsAt = performance.now() + 2 * INTERVAL_MS;
    while (performance.now() < endsAt) {
      for (const { cache, verdict, nodes } of await statesOf(ALIVE)) {
        expect({ name: cache.name, verdict }).toEqual({
          name: cache.name,
          verdict: 'healthy',
        });
        expect(nodes.map(({ probe }) => probe.kind)).toEqual([
          'fresh',
          'fresh',
        ]);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  });
});
