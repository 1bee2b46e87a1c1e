import { endianness } from 'node:os';
import { seriesMetrics, SeriesMetric } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';

/*
 * A chunk of minutes or hours is a line of JSON that names the columns, filled up to a multiple of eight bytes, and then the
 * numbers of one column after the other, as 64-bit floating point numbers with the lowest byte first. A question for a week
 * reads ten thousand of these numbers: as text they took most of the time of the answer.
 */

export const BYTES_OF_NUMBER = 8;

/** Columns before those of metrics: start, samples, samples in which everything was exposed. */
export const STEP_COLUMNS = 3;

/** Columns of each metric: smallest, sum, largest, samples. */
export const AGGREGATE_COLUMNS = 4;

const metric = z.custom<SeriesMetric>(
  name => typeof name === 'string' && Object.hasOwn(seriesMetrics, name),
);

/** The line a chunk begins with. A metric without a region is one of the cache itself. */
export const columnsLine = z.object({
  steps: z.number().int().min(0),
  regions: z.array(z.string()),
  metrics: z.array(z.object({ metric, region: z.string().optional() })),
});

export type ColumnsLine = z.infer<typeof columnsLine>;

/** Turns numbers from this machine's order of bytes to that of a chunk, or back, in place. */
export function swapBytes(numbers: Buffer): void {
  if (endianness() === 'BE') {
    numbers.swap64();
  }
}
