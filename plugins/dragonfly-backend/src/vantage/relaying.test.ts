import { Observation } from 'backstage-plugin-dragonfly-common';
import { Outbox } from './Outbox';
import { Relay } from './Relay';
import { Vantage, VantageReport } from './types';

const vantage: Vantage = { shard: 1, region: 'region2' };
const CACHE = 'resource:default/sessions';

function answered(observedAt: number, total = 5): Observation {
  return {
    region: 'region2',
    observedAt,
    durationMs: 1,
    outcome: 'answered',
    facts: {
      flavour: 'redis',
      keys: { total, expiring: 0 },
      replication: {
        role: 'replica',
        primaryHost: 'region1',
        link: 'up',
        fullSyncInProgress: false,
      },
    },
  };
}

const timesOf = (reports: VantageReport[]) =>
  reports.flatMap(({ sightings }) =>
    sightings.flatMap(([, observations]) =>
      observations.map(({ observedAt }) => observedAt),
    ),
  );

describe('Outbox', () => {
  let outbox: Outbox;
  const add = (observation: Observation) =>
    outbox.add(vantage, CACHE, observation);

  beforeEach(() => {
    outbox = new Outbox();
  });

  it('tells news from what can wait', () => {
    expect(add(answered(1))).toBe(true);
    outbox.written(outbox.due('news'), 0, 2_000);
    expect(add(answered(2))).toBe(false);
    expect(outbox.due('news')).toEqual([]);
    expect(timesOf(outbox.due('all'))).toEqual([1, 2]);
  });

  it('writes again what was written, until a reader must have come by', () => {
    add(answered(1));
    outbox.written(outbox.due('all'), 0, 2_000);
    expect(outbox.due('all')).toEqual([]);

    add(answered(2));
    expect(timesOf(outbox.due('all'))).toEqual([1, 2]);
    outbox.written(outbox.due('all'), 2_000, 2_000);

    add(answered(3));
    expect(timesOf(outbox.due('all'))).toEqual([2, 3]);
  });

  it('keeps ten of each node while nothing can be written, and none of one that is gone', () => {
    for (let at = 1; at <= 15; at++) add(answered(at));
    expect(timesOf(outbox.due('all'))).toEqual([
      6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ]);
    outbox.forget(vantage, CACHE);
    expect(outbox.due('all')).toEqual([]);
  });
});

describe('Relay', () => {
  const passed: Observation[] = [];
  let relay: Relay;
  let writtenAt = 0;

  function read(observations: Observation[], writer = 'b') {
    writtenAt += 1;
    relay.pass([
      { vantage, writer, writtenAt, sightings: () => [[CACHE, observations]] },
    ]);
    return passed.splice(0).map(({ observedAt }) => observedAt);
  }

  beforeEach(() => {
    passed.length = 0;
    relay = Relay.create({
      onObservation: (_, observation) => passed.push(observation),
    });
  });

  it('passes each observation on once, in order', () => {
    expect(read([answered(1), answered(2)])).toEqual([1, 2]);
    expect(read([answered(1), answered(2)])).toEqual([]);
    expect(read([answered(2), answered(3)])).toEqual([3]);
  });

  it('goes on when the clock of the other instance is set back, and with another instance', () => {
    read([answered(1_000)]);
    expect(read([answered(1_000), answered(400)])).toEqual([400]);
    expect(read([answered(400)], 'c')).toEqual([400]);
  });

  it('hands on the same count of keys as the same object', () => {
    relay.pass([
      {
        vantage,
        writer: 'b',
        writtenAt: 0,
        sightings: () => [[CACHE, [answered(1), answered(2), answered(3, 6)]]],
      },
    ]);
    const keys = passed.map(each =>
      each.outcome === 'answered' ? each.facts.keys : undefined,
    );
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toEqual({ total: 6, expiring: 0 });
  });
});
