import { Knex } from 'knex';
import { ENGINES, TestDatabases } from '../__testUtils__/testDatabases';
import { openDatabase } from '../database/openDatabase';
import { sampleAt, START } from './__testUtils__/samples';
import { HistoryCaches } from './HistoryCaches';
import { RecentTicks } from './RecentTicks';
import { TickStore } from './TickStore';
import { visitSamples } from './visitSamples';

jest.setTimeout(60_000);

const [SESSIONS, FLAGS] = [
  'resource:default/sessions',
  'resource:default/flags',
];
const everything = { from: START, to: START + 60_000 };

describe.each(ENGINES)('recent ticks in %s', engine => {
  const databases = TestDatabases.of(engine);
  const caches = new HistoryCaches();
  let knex: Knex;
  let ticks: TickStore;
  let recent: RecentTicks;

  beforeAll(async () => {
    knex = await databases.create();
    await openDatabase({ getClient: async () => knex });
    ticks = TickStore.create({ knex, caches });
    recent = RecentTicks.create({ ticks });
  });
  afterAll(() => databases.stop());

  const timesOf = async (entityRef: string, range = everything) => {
    const id = await caches.idOf(knex, entityRef);
    const times: number[] = [];
    const found = await recent.ticks(range);
    visitSamples(found.values(), id ?? 0, ({ at }) => times.push(at - START));
    return times.sort((one, other) => one - other);
  };
  const append = (at: number, ...refs: string[]) =>
    ticks.append(
      START + at,
      new Map(refs.map(ref => [ref, sampleAt(START + at)])),
    );

  it('hold more caches than one statement does', async () => {
    const refs = Array.from({ length: 600 }, (_, i) => `resource:default/${i}`);
    await append(0, ...refs);

    expect(await timesOf(refs[0])).toEqual([0]);
    expect(await timesOf(refs[599])).toEqual([0]);
  });

  it('need not be read when they were written here', async () => {
    const read = jest.spyOn(ticks, 'read');
    const at = START + 50_000;
    await recent.remember(
      await ticks.append(at, new Map([[FLAGS, sampleAt(at)]])),
    );

    const range = { from: at, to: at + 1 };
    expect(await timesOf(FLAGS, range)).toEqual([50_000]);
    expect(await timesOf(SESSIONS, range)).toEqual([]);
    expect(read.mock.calls.every(([ids]) => ids.length === 0)).toBe(true);
    await knex('history_ticks').where({ at }).delete();
    expect(await timesOf(FLAGS, range)).toEqual([]);
  });

  it('are forgotten when another instance packs them and nobody asks', async () => {
    const own = RecentTicks.create({ ticks });
    const ids = jest.spyOn(ticks, 'ids');
    const delay = 100_000;
    for (let number = 0; number < 1_000; number++) {
      const at = START + delay + number;
      const written = await ticks.append(at, new Map([[FLAGS, sampleAt(at)]]));
      await knex('history_ticks').where({ at }).delete();
      await own.remember(written);
    }

    // After 300 each time; had nothing been forgotten, after 300, 600 and 1,200.
    expect(ids).toHaveBeenCalledTimes(3);
    ids.mockRestore();
  });

  it('follow the table: what is added, what is packed, and whatever order it came in', async () => {
    await append(4_000, SESSIONS);
    await append(2_000, SESSIONS, FLAGS);
    expect(await timesOf(SESSIONS)).toEqual([2_000, 4_000]);
    expect(await timesOf(FLAGS)).toEqual([2_000]);

    await append(6_000, FLAGS);
    await append(6_000, FLAGS);
    expect(await timesOf(FLAGS)).toEqual([2_000, 6_000]);
    expect(
      await timesOf(SESSIONS, { from: START + 2_001, to: START + 4_000 }),
    ).toEqual([]);

    await knex('history_ticks')
      .where('at', '<', START + 6_000)
      .delete();
    expect(await timesOf(SESSIONS)).toEqual([]);
    expect(await timesOf(FLAGS)).toEqual([6_000]);
  });
});
