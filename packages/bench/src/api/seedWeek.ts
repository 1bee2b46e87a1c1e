import { ChunkStore } from 'backstage-plugin-dragonfly-backend/src/history/ChunkStore';
import { HistoryCaches } from 'backstage-plugin-dragonfly-backend/src/history/HistoryCaches';
import { packRollups } from 'backstage-plugin-dragonfly-backend/src/history/packing';
import {
  SPAN_MS,
  spanStart,
} from 'backstage-plugin-dragonfly-backend/src/history/spans';
import { resolutionMs, rollUpSamples } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { sampleAt } from './sampleAt';

const DAY_MS = 24 * 3_600_000;
const DAYS = 7;
const SAMPLES_PER_HOUR = 4;

/** More would not fit into one statement. */
const CACHES_AT_ONCE = 100;

/** Hours of a week that ends now, as the plugin stores them, for some caches. */
export async function seedWeek(
  knex: Knex,
  entityRefs: readonly string[],
  now: number,
): Promise<void> {
  const ids = await new HistoryCaches().idsOf(knex, entityRefs);
  const cacheIds = [...ids.values()];
  const chunks = ChunkStore.create({ knex });
  for (let day = 0; day <= DAYS; day++) {
    const start = spanStart('hour', now - day * DAY_MS);
    const data = await packRollups(
      hoursFrom(start, Math.min(start + SPAN_MS.hour, now)),
    );
    for (let i = 0; i < cacheIds.length; i += CACHES_AT_ONCE) {
      await chunks.write(
        cacheIds.slice(i, i + CACHES_AT_ONCE).map(cacheId => ({
          cacheId,
          resolution: 'hour',
          start,
          data,
        })),
      );
    }
  }
}

function hoursFrom(from: number, to: number) {
  const step = resolutionMs.hour / SAMPLES_PER_HOUR;
  const samples = [];
  for (let at = from; at < to; at += step) {
    samples.push(sampleAt(at));
  }
  return rollUpSamples(samples, resolutionMs.hour);
}
