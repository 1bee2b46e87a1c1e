import { PlainValue } from '../../kubernetesObject';
import { ResolvedCache } from '../../resolvedCache';
import { replicationPanels } from './replicationPanels';
import { rolePanel, serverPanels } from './serverPanels';
import { DashboardJson, Panel, Row } from './types';

const COLUMNS = 24;
const PANEL = { width: 8, height: 8 };
const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };

/** The rows of a cache's dashboard, top to bottom. */
export function dashboardRows(cache: ResolvedCache): Row[] {
  return [
    { title: 'Roles', panels: [rolePanel(cache)] },
    ...(cache.topology === 'replicated'
      ? [{ title: 'Replication', panels: replicationPanels(cache) }]
      : []),
    { title: 'Servers', panels: serverPanels(cache) },
  ];
}

function mappings(words: Record<string, string> | undefined): PlainValue[] {
  if (!words) return [];
  const options = Object.fromEntries(
    Object.entries(words).map(([value, text], index) => [
      value,
      { text, index },
    ]),
  );
  return [{ type: 'value', options }];
}

function panelJson(panel: Panel): Record<string, PlainValue> {
  return {
    type: panel.kind,
    title: panel.title,
    description: panel.description,
    datasource: DATASOURCE,
    fieldConfig: {
      defaults: { unit: panel.unit, mappings: mappings(panel.words) },
      overrides: [],
    },
    targets: panel.queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend,
    })),
  };
}

interface Layout {
  y: number;
  panels: Record<string, PlainValue>[];
}

/** Puts a heading and its panels, from left to right, below what is there. A lone panel takes the whole width. */
function addRow({ y, panels }: Layout, row: Row): Layout {
  const width = row.panels.length === 1 ? COLUMNS : PANEL.width;
  const perLine = COLUMNS / width;
  const placed = row.panels.map((panel, index) => ({
    ...panelJson(panel),
    gridPos: {
      x: (index % perLine) * width,
      y: y + 1 + Math.floor(index / perLine) * PANEL.height,
      w: width,
      h: PANEL.height,
    },
  }));
  const heading = {
    type: 'row',
    title: row.title,
    collapsed: false,
    gridPos: { x: 0, y, w: COLUMNS, h: 1 },
    panels: [],
  };
  return {
    y: y + 1 + Math.ceil(row.panels.length / perLine) * PANEL.height,
    panels: [...panels, heading, ...placed],
  };
}

/** At most 40 characters, as Grafana wants it. No name of a cache has an underscore, so no two are alike. */
function uidOf({ name }: ResolvedCache): string {
  const long = `cache_${name}`;
  return long.length > 40 ? name : long;
}

/** The dashboard of a cache. Its `uid` is the same in every region, so that one Grafana shows it once. */
export function dashboard(cache: ResolvedCache): DashboardJson {
  const { panels } = dashboardRows(cache).reduce(addRow, { y: 0, panels: [] });
  return {
    uid: uidOf(cache),
    title: `Cache ${cache.name}`,
    tags: ['dragonfly', 'cache'],
    editable: false,
    schemaVersion: 39,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'utc',
    templating: {
      list: [
        {
          name: 'datasource',
          label: 'Data source',
          type: 'datasource',
          query: 'prometheus',
        },
      ],
    },
    panels: panels.map((panel, index) => ({ id: index + 1, ...panel })),
  };
}
