import { inflateRawSync } from 'node:zlib';
import {
  Aggregate,
  Rollup,
  SeriesMetric,
} from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import {
  AGGREGATE_COLUMNS,
  BYTES_OF_NUMBER,
  columnsLine,
  STEP_COLUMNS,
  swapBytes,
} from './rollupColumns';

/** What a chunk begins with that was packed before there were columns. */
const LIST = '['.charCodeAt(0);

const rows = z.array(
  z.custom<Rollup>(
    row =>
      typeof row === 'object' && row !== null && 'at' in row && 'nodes' in row,
  ),
);

/**
 * Minutes or hours as they were packed.
 *
 * @param wanted - the metrics of interest; the others are left out
 * @throws Error when the chunk is none of minutes or hours
 */
export function unpackRollups(
  data: Uint8Array,
  wanted?: readonly SeriesMetric[],
): Rollup[] {
  const content = inflateRawSync(data);
  if (content[0] === LIST) return rowsOf(content);
  const end = content.indexOf('\n') + 1;
  const line = columnsLine.parse(JSON.parse(content.toString('utf8', 0, end)));
  const { steps, regions, metrics } = line;
  const numbers = numbersOf(content.subarray(end));
  const expected = steps * (STEP_COLUMNS + AGGREGATE_COLUMNS * metrics.length);
  if (numbers.length !== expected) {
    throw new Error(
      `a chunk of history holds ${numbers.length} numbers instead of ${expected}`,
    );
  }
  const rollups = Array.from({ length: steps }, (_, step): Rollup => ({
    at: numbers[step],
    samples: numbers[steps + step],
    everythingExposed: numbers[2 * steps + step],
    cache: {},
    nodes: Object.fromEntries(regions.map(region => [region, {}])),
  }));
  metrics.forEach(({ metric, region }, index) => {
    if (wanted && !wanted.includes(metric)) return;
    const first = steps * (STEP_COLUMNS + AGGREGATE_COLUMNS * index);
    rollups.forEach(({ cache, nodes }, step) => {
      const aggregate: Aggregate = [
        numbers[first + step],
        numbers[first + steps + step],
        numbers[first + 2 * steps + step],
        numbers[first + 3 * steps + step],
      ];
      if (!Number.isNaN(aggregate[0])) {
        (region === undefined ? cache : nodes[region])[metric] = aggregate;
      }
    });
  });
  return rollups;
}

function rowsOf(content: Buffer): Rollup[] {
  return rows.parse(JSON.parse(content.toString('utf8')));
}

function numbersOf(bytes: Buffer): Float64Array {
  swapBytes(bytes);
  const { buffer, byteOffset, length } = bytes;
  return new Float64Array(buffer, byteOffset, length / BYTES_OF_NUMBER);
}
