import { PlainValue } from '../../kubernetesObject';

/** Unit of a panel, by Grafana's id. */
export type Unit =
  'short' | 'bytes' | 'percentunit' | 'ops' | 'cps' | 's' | 'bool';

/** One query of a panel. */
export interface Query {
  expr: string;
  /** Text in the legend, with labels in double braces. */
  legend: string;
}

/** One panel; the layout places it. */
export interface Panel {
  title: string;
  /** What it shows, and what must not be read into it. */
  description: string;
  kind: 'timeseries' | 'state-timeline';
  unit: Unit;
  queries: Query[];
  /** Words for values, for example `1` as `primary`. */
  words?: Record<string, string>;
}

/** A row of panels under a heading. */
export interface Row {
  title: string;
  panels: Panel[];
}

/** A dashboard as Grafana reads it. */
export type DashboardJson = Readonly<Record<string, PlainValue>>;
