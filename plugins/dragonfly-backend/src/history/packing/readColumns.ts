import { inflateRawSync } from 'node:zlib';
import { Rollup, SeriesMetric } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import {
  AGGREGATE_COLUMNS,
  BYTES_OF_NUMBER,
  columnsLine,
  ColumnsLine,
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

/** One metric of one region, or of the cache, in every step of a chunk; a step without values has NaN. */
export interface PackedColumn {
  metric: SeriesMetric;
  region?: string;
  minimum: Float64Array;
  sum: Float64Array;
  maximum: Float64Array;
  samples: Float64Array;
}

/** What a chunk of minutes or hours holds, step by step. */
export interface PackedColumns {
  kind: 'columns';
  regions: readonly string[];
  /** Unix milliseconds. */
  starts: Float64Array;
  samples: Float64Array;
  everythingExposed: Float64Array;
  /** @param isWanted - the metrics of interest */
  columns(isWanted: (metric: SeriesMetric) => boolean): PackedColumn[];
}

/** A chunk of minutes or hours: columns, or a list as it was before there were columns. */
export type ChunkContent = PackedColumns | { kind: 'rows'; rows: Rollup[] };

/** @throws Error when the chunk is none of minutes or hours */
export function readColumns(data: Uint8Array): ChunkContent {
  const content = inflateRawSync(data);
  if (content[0] === LIST) {
    return {
      kind: 'rows',
      rows: rows.parse(JSON.parse(content.toString('utf8'))),
    };
  }
  const end = content.indexOf('\n') + 1;
  const line = columnsLine.parse(JSON.parse(content.toString('utf8', 0, end)));
  const numbers = numbersOf(content.subarray(end));
  const expected =
    line.steps * (STEP_COLUMNS + AGGREGATE_COLUMNS * line.metrics.length);
  if (numbers.length !== expected) {
    throw new Error(
      `a chunk of history holds ${numbers.length} numbers instead of ${expected}`,
    );
  }
  return columnsOf(line, numbers);
}

function columnsOf(
  { steps, regions, metrics }: ColumnsLine,
  numbers: Float64Array,
): PackedColumns {
  const column = (index: number) =>
    numbers.subarray(index * steps, (index + 1) * steps);
  return {
    kind: 'columns',
    regions,
    starts: column(0),
    samples: column(1),
    everythingExposed: column(2),
    columns: isWanted =>
      metrics.flatMap(({ metric, region }, index) => {
        if (!isWanted(metric)) return [];
        const first = STEP_COLUMNS + AGGREGATE_COLUMNS * index;
        return {
          metric,
          region,
          minimum: column(first),
          sum: column(first + 1),
          maximum: column(first + 2),
          samples: column(first + 3),
        };
      }),
  };
}

function numbersOf(bytes: Buffer): Float64Array {
  swapBytes(bytes);
  const { buffer, byteOffset, length } = bytes;
  return new Float64Array(buffer, byteOffset, length / BYTES_OF_NUMBER);
}
