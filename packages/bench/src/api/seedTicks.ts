import { HistoryCaches } from 'backstage-plugin-dragonfly-backend/src/history/HistoryCaches';
import {
  lastCompleteSpan,
  SPAN_MS,
} from 'backstage-plugin-dragonfly-backend/src/history/spans';
import { TickStore } from 'backstage-plugin-dragonfly-backend/src/history/TickStore';
import { Knex } from 'knex';
import { sampleAt } from './sampleAt';

/** The default interval of samples. */
const STEP_MS = 2_000;

/**
 * The samples of the last span that is over, not packed yet, as the plugin stores them.
 *
 * @returns tells whether they are packed by now
 */
export async function seedTicks(
  knex: Knex,
  entityRefs: readonly string[],
  now: number,
): Promise<() => Promise<boolean>> {
  const ticks = TickStore.create({ knex, caches: new HistoryCaches() });
  const from = lastCompleteSpan(now);
  for (let at = from; at < from + SPAN_MS.raw; at += STEP_MS) {
    await ticks.append(
      at,
      new Map(entityRefs.map(entityRef => [entityRef, sampleAt(at)])),
    );
  }
  const seeded = new Set(await ticks.ids());
  return async () => !(await ticks.ids()).some(id => seeded.has(id));
}
