import { ProblemLog } from '../problems';
import { readRows } from '../markdown/tableRows';
import { AdrTable, TableShape } from '../markdown/tables';
import { MonitoredMetric, PolicyNote } from '../types';

const SHAPE: TableShape<'metric' | 'description'> = {
  subject: 'monitoring table',
  key: 'metric',
  sections: ['monitoring', 'metrics'],
  columns: {
    metric: { heading: 'Metric', names: ['metric', 'metrics'] },
    description: { heading: 'Description', names: ['description'] },
  },
};

/** Reads the table of metrics to watch. */
export function readMonitoring(
  tables: AdrTable[],
  log: ProblemLog,
): { monitoring: MonitoredMetric[]; notes: PolicyNote[] } {
  const { rows, notes } = readRows(tables, SHAPE, log);
  return {
    monitoring: rows.map(({ cell, line }) => ({
      metric: cell('metric'),
      description: cell('description'),
      line,
    })),
    notes,
  };
}
