import { Aggregate, Rollup } from 'backstage-plugin-dragonfly-common';
import { readColumns } from './readColumns';
import { AGGREGATE_COLUMNS, STEP_COLUMNS } from './rollupColumns';

/**
 * Minutes or hours as they were packed.
 *
 * @throws Error when the chunk is none of minutes or hours
 */
export function unpackRollups(data: Uint8Array): Rollup[] {
  const content = readColumns(data);
  if (content.kind === 'rows') return content.rows;
  const { line, numbers } = content;
  const { steps, regions, metrics } = line;
  const rollups = Array.from({ length: steps }, (_, step): Rollup => ({
    at: numbers[step],
    samples: numbers[steps + step],
    everythingExposed: numbers[2 * steps + step],
    cache: {},
    nodes: Object.fromEntries(regions.map(region => [region, {}])),
  }));
  metrics.forEach(({ metric, region }, index) => {
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
