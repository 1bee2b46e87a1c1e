import {
  connectedReplica,
  declaration,
  declaredNode,
  failed,
  neverSynced,
  NOW,
  primary,
  replica,
  windowOf,
} from '../__fixtures__/builders';
import { viewCache } from '../cacheView';
import { Observation } from '../types';
import { replicaLag } from './replicaLag';

function lagOf(observations: Observation[], cache = declaration()) {
  const view = viewCache(cache, windowOf(...observations), NOW);
  const node = view.nodes.find(({ region }) => region === 'region2');
  return node && replicaLag(view, node);
}

const bytes = (value: number) => ({ unit: 'bytes' as const, value });

describe('Dragonfly', () => {
  it('measures time by WAIT and reads the amount from the primary', () => {
    expect(
      lagOf([
        primary({ replicas: [connectedReplica({ lagRecords: 763 })] }),
        replica(),
      ]),
    ).toMatchObject({
      time: { kind: 'time', seconds: 0.04, method: 'wait-probe' },
      amount: { kind: 'records', records: 763 },
    });
  });

  it('lets the primary speak for a replica that the portal cannot reach', () => {
    expect(lagOf([primary()])).toMatchObject({
      time: { kind: 'time' },
      amount: { kind: 'records' },
      observedAt: NOW.toISOString(),
    });
  });

  it.each`
    situation                                                | observations
    ${'it is in a full sync'}                                | ${[primary({ replicas: [connectedReplica({ state: 'full-sync' })] }), replica()]}
    ${'the replica is not named'}                            | ${[primary({ replicas: [] }), replica()]}
    ${'the link is down, though the primary still lists it'} | ${[primary(), replica({ link: 'down' })]}
  `('never takes a count of 0 for in sync when $situation', row => {
    expect(lagOf(row.observations)?.amount.kind).toBe('unavailable');
  });

  it('finds the replica among several by the region it announces', () => {
    expect(
      lagOf([
        primary({
          replicas: [
            connectedReplica({ address: 'region3', lagRecords: 1 }),
            connectedReplica({ address: 'region2', lagRecords: 2 }),
          ],
        }),
        replica(),
      ])?.amount,
    ).toMatchObject({ records: 2 });
  });

  it('does not guess which of two replicas the only one in the list is', () => {
    const cache = declaration({
      nodes: [
        declaredNode('region1', 'primary'),
        declaredNode('region2', 'replica'),
        declaredNode('region3', 'replica'),
      ],
    });
    expect(
      lagOf(
        [
          primary({ replicas: [connectedReplica({ address: '10.0.0.9' })] }),
          replica(),
        ],
        cache,
      )?.amount.kind,
    ).toBe('unavailable');
  });
});

describe('a WAIT that ran into its timeout', () => {
  const timedOut = { acknowledgedReplicas: 0, elapsedMs: 900, timeoutMs: 900 };
  const records = (value: number) => ({ unit: 'records' as const, value });
  const writtenAgo = (milliseconds: number) => ({
    writtenAt: NOW.getTime() - milliseconds,
    intervalMs: 250,
  });
  const behind = (lagRecords: number) =>
    primary({
      waitProbe: timedOut,
      replicas: [connectedReplica({ lagRecords })],
    });
  const atLeast = { kind: 'at-least', seconds: 0.9, method: 'wait-probe' };

  it.each`
    situation                                           | observations                                                                                                                              | time
    ${'gives way to a key that is as old'}              | ${[behind(300), replica({ heartbeat: writtenAgo(3250) })]}                                                                                | ${{ kind: 'time', seconds: 3, method: 'heartbeat-key' }}
    ${'outweighs a key that is newer'}                  | ${[behind(300), replica({ heartbeat: writtenAgo(300) })]}                                                                                 | ${atLeast}
    ${'gives way to an estimate that says no less'}     | ${[behind(300), replica({ at: -1, offset: records(100) }), replica({ offset: records(200) })]}                                            | ${{ kind: 'time-estimate', seconds: 3, method: 'write-rate' }}
    ${'outweighs a count that says nothing is missing'} | ${[behind(0), replica({ at: -1, offset: records(100) }), replica({ offset: records(200) })]}                                              | ${atLeast}
    ${'outweighs a rate of the past'}                   | ${[behind(300), replica({ at: -2, offset: records(100) }), replica({ at: -1, offset: records(200) }), replica({ offset: records(200) })]} | ${atLeast}
    ${'is all there is'}                                | ${[behind(300), replica()]}                                                                                                               | ${atLeast}
  `('$situation', ({ observations, time }) => {
    expect(lagOf(observations)?.time).toMatchObject(time);
  });
});

describe('Redis and Valkey', () => {
  const redis = { flavour: 'redis', waitProbe: undefined } as const;

  it('interpolates the time and subtracts the bytes', () => {
    expect(
      lagOf([
        primary({ ...redis, at: -2, offsetBytes: 1000 }),
        primary({ ...redis, offsetBytes: 3000 }),
        replica({ ...redis, offset: bytes(2000) }),
      ]),
    ).toMatchObject({
      time: { kind: 'time', seconds: 1, method: 'offset-interpolation' },
      amount: { kind: 'bytes', bytes: 1000 },
    });
  });

  it('begins anew when the primary has another id', () => {
    expect(
      lagOf([
        primary({ ...redis, at: -2, offsetBytes: 1000, replicationId: 'old' }),
        primary({ ...redis, offsetBytes: 3000, replicationId: 'new' }),
        replica({
          ...redis,
          offset: bytes(2000),
          primaryReplicationId: 'new',
        }),
      ])?.time.kind,
    ).toBe('unknown');
  });

  it('does not compare offsets of different histories', () => {
    expect(
      lagOf([
        primary({ ...redis, offsetBytes: 3000, replicationId: 'new' }),
        replica({ ...redis, offset: bytes(9000), link: 'down' }),
      ]),
    ).toMatchObject({
      time: { kind: 'unknown' },
      amount: { kind: 'unavailable' },
    });
  });

  it('goes on measuring while the link is down', () => {
    expect(
      lagOf([
        primary({ ...redis, at: -2, offsetBytes: 1000 }),
        primary({ ...redis, offsetBytes: 3000 }),
        replica({ ...redis, offset: bytes(1000), link: 'down' }),
      ]),
    ).toMatchObject({ time: { kind: 'time', seconds: 2 } });
  });
});

it('says what was known at the last answer of a primary that is dead', () => {
  expect(
    lagOf([
      primary({ at: -4 }),
      failed('refused', { at: 0 }),
      replica({ at: -4 }),
      replica({ at: 0, link: 'down' }),
    ]),
  ).toMatchObject({
    time: { kind: 'time' },
    observedAt: new Date(NOW.getTime() - 4000).toISOString(),
  });
});

it('compares a dead primary with the replica of that moment', () => {
  const redis = { flavour: 'redis', waitProbe: undefined } as const;
  const lag = lagOf([
    primary({ ...redis, at: -4, offsetBytes: 1000 }),
    failed('refused', { at: 0 }),
    replica({ ...redis, at: -4, offset: bytes(1000) }),
    replica({ ...redis, at: 0, offset: bytes(1000), link: 'down' }),
  ]);
  expect(lag?.time).toMatchObject({
    kind: 'time',
    seconds: 0,
    errorBoundSeconds: expect.closeTo(0.01, 6),
  });
});

it.each`
  situation                | observations                                                      | because
  ${'a full sync runs'}    | ${[primary(), replica({ sync: true })]}                           | ${'full-sync'}
  ${'it never synced'}     | ${[primary(), neverSynced()]}                                     | ${'never-synced'}
  ${'replication stopped'} | ${[primary({ replicationId: 'new' }), replica({ link: 'down' })]} | ${'stopped'}
`('has no number when $situation', ({ observations, because }) => {
  expect(lagOf(observations)).toMatchObject({
    time: { kind: 'no-usable-copy', because },
    amount: { kind: 'unavailable' },
  });
});

it('is absent for a primary, without any observation, and without replication', () => {
  expect(lagOf([primary(), primary({ region: 'region2' })])).toBeUndefined();
  expect(lagOf([])).toBeUndefined();
  expect(
    lagOf([primary(), replica()], declaration({ topology: 'independent' })),
  ).toBeUndefined();
});
