import { Rollup, SeriesMetric } from 'backstage-plugin-dragonfly-common';
import { deflate } from './deflate';
import {
  AGGREGATE_COLUMNS,
  BYTES_OF_NUMBER,
  ColumnsLine,
  STEP_COLUMNS,
  swapBytes,
} from './rollupColumns';

const NO_AGGREGATE = Array<number>(AGGREGATE_COLUMNS).fill(Number.NaN);

/** The minutes or hours of one cache and span, as a chunk holds them. */
export function packRollups(rollups: readonly Rollup[]): Promise<Buffer> {
  const line = lineOf(rollups);
  const columns = STEP_COLUMNS + AGGREGATE_COLUMNS * line.metrics.length;
  const numbers = new Float64Array(columns * line.steps);
  rollups.forEach((rollup, step) => {
    const { at, samples, everythingExposed, cache, nodes } = rollup;
    const values = [
      ...[at, samples, everythingExposed],
      ...line.metrics.flatMap(({ metric, region }) => {
        const aggregates = region === undefined ? cache : nodes[region];
        return aggregates?.[metric] ?? NO_AGGREGATE;
      }),
    ];
    values.forEach((value, column) => {
      numbers[column * line.steps + step] = value;
    });
  });
  const bytes = Buffer.from(numbers.buffer);
  swapBytes(bytes);
  return deflate(Buffer.concat([textOf(line), bytes]));
}

function lineOf(rollups: readonly Rollup[]): ColumnsLine {
  const regions = [
    ...new Set(rollups.flatMap(({ nodes }) => Object.keys(nodes))),
  ];
  return {
    steps: rollups.length,
    regions,
    metrics: [
      ...metricsOf(rollups.map(({ cache }) => cache)).map(metric => ({
        metric,
      })),
      ...regions.flatMap(region =>
        metricsOf(rollups.map(({ nodes }) => nodes[region] ?? {})).map(
          metric => ({ metric, region }),
        ),
      ),
    ],
  };
}

function metricsOf(aggregates: readonly Rollup['cache'][]): SeriesMetric[] {
  const names = new Set<SeriesMetric>();
  for (const step of aggregates) {
    for (const name in step) {
      if (isKeyOf(step, name)) names.add(name);
    }
  }
  return [...names];
}

function isKeyOf<T extends object>(
  object: T,
  key: PropertyKey,
): key is keyof T {
  return Object.hasOwn(object, key);
}

function textOf(line: ColumnsLine): Buffer {
  const text = Buffer.from(`${JSON.stringify(line)}\n`);
  const length = Math.ceil(text.length / BYTES_OF_NUMBER) * BYTES_OF_NUMBER;
  // Blanks before the end of the line are none of JSON's business.
  return Buffer.concat([
    text.subarray(0, -1),
    Buffer.alloc(length - text.length, ' '),
    text.subarray(-1),
  ]);
}
