import { inflateRawSync } from 'node:zlib';
import { Rollup } from 'backstage-plugin-dragonfly-common';
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

/** What a chunk of minutes or hours holds: columns, or a list as it was before there were columns. */
export type ChunkContent =
  | { kind: 'columns'; line: ColumnsLine; numbers: Float64Array }
  | { kind: 'rows'; rows: Rollup[] };

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
  return { kind: 'columns', line, numbers };
}

function numbersOf(bytes: Buffer): Float64Array {
  swapBytes(bytes);
  const { buffer, byteOffset, length } = bytes;
  return new Float64Array(buffer, byteOffset, length / BYTES_OF_NUMBER);
}
