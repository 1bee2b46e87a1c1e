import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { CacheState } from 'backstage-plugin-dragonfly-common';
import { stateOf, statesOf } from '../announcements/__testUtils__/states';
import { CacheMetrics } from './CacheMetrics';

/** What each gauge observes of these states, by its name. */
async function collect(
  states: Map<string, CacheState>,
  isMaintained = (_entityRef: string) => false,
) {
  const gauges = new Map<string, jest.Mock>();
  const metrics = metricsServiceMock.mock();
  metrics.createObservableGauge.mockImplementation(name => {
    const addCallback = jest.fn();
    gauges.set(name, addCallback);
    return { addCallback, removeCallback: jest.fn() };
  });
  CacheMetrics.create({ metrics }).expose(async () => states, isMaintained);
  const observed: [string, unknown[][]][] = [];
  for (const [name, addCallback] of gauges) {
    const observe = jest.fn();
    await addCallback.mock.calls[0][0]({ observe });
    observed.push([name, observe.mock.calls]);
  }
  return Object.fromEntries(observed);
}

const pair: CacheState = {
  ...stateOf('sessions', [['LAG_HIGH', 'region2']]),
  exposure: {
    kind: 'bounded',
    lag: {
      kind: 'time',
      seconds: 12,
      errorBoundSeconds: 1,
      method: 'wait-probe',
    },
    amount: { kind: 'unavailable', because: '' },
  },
  nodes: [
    {
      region: 'region1',
      declaredRole: 'primary',
      observedRole: 'primary',
      probe: { kind: 'fresh', observedAt: '', ageSeconds: 1, durationMs: 2 },
      restart: { kind: 'unknown', because: '' },
      facts: {
        flavour: 'dragonfly',
        memory: { usedBytes: 100, whenFull: 'evicts' },
        replication: {
          role: 'primary',
          replicationId: 'a',
          replicas: [{ address: 'region2', port: 6379, state: 'online' }],
        },
      },
    },
    {
      region: 'region2',
      declaredRole: 'replica',
      probe: { kind: 'never' },
      restart: { kind: 'unknown', because: '' },
      lag: {
        time: { kind: 'at-least', seconds: 12, method: 'wait-probe' },
        amount: { kind: 'records', records: 7, method: 'reported-by-primary' },
        observedAt: '',
      },
    },
  ],
};

describe('CacheMetrics', () => {
  const first = { cache: 'sessions', region: 'region1' };
  const second = { cache: 'sessions', region: 'region2' };

  it('has the ADR’s three names, the lag with its unit', async () => {
    expect(await collect(statesOf(pair))).toMatchObject({
      dragonfly_connected_replicas: [[1, first]],
      dragonfly_replication_lag: [[7, { ...second, unit: 'records' }]],
      dragonfly_used_memory: [[100, first]],
    });
  });

  it('has names of its own', async () => {
    expect(await collect(statesOf(pair))).toMatchObject({
      'dragonfly.portal.replication.lag.seconds': [
        [12, { ...second, method: 'wait-probe' }],
      ],
      'dragonfly.portal.replication.lag.limit.seconds': [
        [10, { cache: 'sessions' }],
      ],
      'dragonfly.portal.role.drift': [[0, first]],
      'dragonfly.portal.exposure.seconds': [[12, { cache: 'sessions' }]],
      'dragonfly.portal.verdict': [[2, { cache: 'sessions' }]],
      'dragonfly.portal.reason': [[1, { ...second, code: 'LAG_HIGH' }]],
      'dragonfly.portal.observation.age.seconds': [[1, first]],
    });
  });

  it('has a series of a cache while it is under maintenance', async () => {
    const both = statesOf(pair, stateOf('flags'));
    const maintained = await collect(
      both,
      entityRef => entityRef === pair.cache.entityRef,
    );
    expect(maintained['dragonfly.portal.maintenance']).toEqual([
      [1, { cache: 'sessions' }],
    ]);
    const unmaintained = await collect(both);
    expect(unmaintained['dragonfly.portal.maintenance']).toEqual([]);
  });

  it('says that everything is exposed, and nothing where nothing is known', async () => {
    const exposed = {
      ...pair,
      exposure: { kind: 'everything', because: '' },
    } as const;
    const observed = await collect(statesOf(exposed));
    expect(observed['dragonfly.portal.exposure.seconds']).toEqual([
      [Number.POSITIVE_INFINITY, { cache: 'sessions' }],
    ]);
    const unknown = await collect(statesOf(stateOf('sessions')));
    expect(unknown['dragonfly.portal.exposure.seconds']).toEqual([]);
  });
});
