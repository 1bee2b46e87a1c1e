import { Rollup } from 'backstage-plugin-dragonfly-common';
import { readColumns } from './readColumns';

/**
 * Minutes or hours as they were packed.
 *
 * @throws Error when the chunk is none of minutes or hours
 */
export function unpackRollups(data: Uint8Array): Rollup[] {
  const content = readColumns(data);
  if (content.kind === 'rows') return content.rows;
  const { starts, samples, everythingExposed, regions } = content;
  const rollups = Array.from(starts, (at, step): Rollup => ({
    at,
    samples: samples[step],
    everythingExposed: everythingExposed[step],
    cache: {},
    nodes: Object.fromEntries(regions.map(region => [region, {}])),
  }));
  for (const { metric, region, ...column } of content.columns(() => true)) {
    rollups.forEach(({ cache, nodes }, step) => {
      if (!Number.isNaN(column.minimum[step])) {
        (region === undefined ? cache : nodes[region])[metric] = [
          column.minimum[step],
          column.sum[step],
          column.maximum[step],
          column.samples[step],
        ];
      }
    });
  }
  return rollups;
}
