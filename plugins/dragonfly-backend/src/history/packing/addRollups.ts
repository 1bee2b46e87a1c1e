import {
  Rollup,
  seriesMetrics,
  SeriesMetric,
  SeriesTable,
} from 'backstage-plugin-dragonfly-common';
import { ChunkContent, readColumns } from './readColumns';
import { AGGREGATE_COLUMNS, STEP_COLUMNS } from './rollupColumns';

/**
 * Adds the minutes or hours of a chunk to a table, number by number.
 *
 * @throws Error when the chunk is none of minutes or hours
 */
export function addRollups(table: SeriesTable, data: Uint8Array): void {
  const content = readColumns(data);
  if (content.kind === 'rows') {
    content.rows.forEach(row => addRow(table, row));
  } else {
    addColumns(table, content);
  }
}

function addColumns(
  table: SeriesTable,
  { line, numbers }: Extract<ChunkContent, { kind: 'columns' }>,
): void {
  const { steps, regions, metrics } = line;
  regions.forEach(region => table.addRegion(region));
  for (let step = 0; step < steps; step++) {
    if (numbers[2 * steps + step] > 0) table.expose(numbers[step]);
  }
  metrics.forEach(({ metric, region }, index) => {
    const column = table.column(metric, region);
    if (!column) return;
    const first = steps * (STEP_COLUMNS + AGGREGATE_COLUMNS * index);
    for (let step = 0; step < steps; step++) {
      const minimum = numbers[first + step];
      if (!Number.isNaN(minimum)) {
        column.add(
          numbers[step],
          minimum,
          numbers[first + steps + step],
          numbers[first + 2 * steps + step],
          numbers[first + 3 * steps + step],
        );
      }
    }
  });
}

function addRow(table: SeriesTable, row: Rollup): void {
  const { at, everythingExposed, cache, nodes } = row;
  if (everythingExposed > 0) table.expose(at);
  addAggregates(table, at, cache);
  for (const [region, aggregates] of Object.entries(nodes)) {
    table.addRegion(region);
    addAggregates(table, at, aggregates, region);
  }
}

function addAggregates(
  table: SeriesTable,
  at: number,
  aggregates: Rollup['cache'],
  region?: string,
): void {
  for (const name in aggregates) {
    if (isMetric(name)) {
      const aggregate = aggregates[name];
      if (aggregate) table.column(name, region)?.add(at, ...aggregate);
    }
  }
}

function isMetric(name: string): name is SeriesMetric {
  return Object.hasOwn(seriesMetrics, name);
}
