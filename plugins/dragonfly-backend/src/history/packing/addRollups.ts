import {
  Rollup,
  seriesMetrics,
  SeriesMetric,
  SeriesTable,
} from 'backstage-plugin-dragonfly-common';
import { PackedColumns, readColumns } from './readColumns';

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

function addColumns(table: SeriesTable, content: PackedColumns): void {
  const { starts, everythingExposed, regions } = content;
  regions.forEach(region => table.addRegion(region));
  starts.forEach((at, step) => {
    if (everythingExposed[step] > 0) table.expose(at);
  });
  for (const packed of content.columns(metric => table.has(metric))) {
    const column = table.column(packed.metric, packed.region);
    starts.forEach((at, step) => {
      const minimum = packed.minimum[step];
      if (!Number.isNaN(minimum)) {
        column.add(
          at,
          minimum,
          packed.sum[step],
          packed.maximum[step],
          packed.samples[step],
        );
      }
    });
  }
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
    if (isMetric(name) && table.has(name)) {
      const aggregate = aggregates[name];
      if (aggregate) table.column(name, region).add(at, ...aggregate);
    }
  }
}

function isMetric(name: string): name is SeriesMetric {
  return Object.hasOwn(seriesMetrics, name);
}
