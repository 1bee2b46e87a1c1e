import { parse } from 'yaml';
import { z } from 'zod';
import { promqlErrors } from '../../../validation/promql';
import {
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../../__testUtils__/caches';
import { CacheSpec } from '../../types';

const configMap = z.object({
  metadata: z.object({
    name: z.string(),
    labels: z.record(z.string(), z.string()),
  }),
  data: z.record(z.string(), z.string()),
});

const panel = z.looseObject({
  id: z.number(),
  type: z.string(),
  title: z.string(),
  gridPos: z.object({
    x: z.number(),
    y: z.number(),
    w: z.number(),
    h: z.number(),
  }),
  targets: z
    .array(z.looseObject({ refId: z.string(), expr: z.string() }))
    .optional(),
});

const dashboard = z.looseObject({
  uid: z.string(),
  title: z.string(),
  panels: z.array(panel),
});

function read(request: CacheSpec = spec(), from = settings()) {
  const manifests = rendered(request, policyOf(), from);
  const map = configMap.parse(
    parse(contentOf(manifests, 'base/dashboard-config-map.yaml')),
  );
  const [[file, json]] = Object.entries(map.data);
  return { map, file, dashboard: dashboard.parse(JSON.parse(json)) };
}

const titlesOf = (request: CacheSpec) =>
  read(request).dashboard.panels.map(({ title }) => title);

describe('the dashboard', () => {
  it('is found by the labels of the settings', () => {
    const { map, file } = read(
      spec(),
      settings({
        monitoring: {
          kind: 'PodMonitor',
          labels: { release: 'prometheus' },
          dashboardLabels: { grafana: 'main' },
        },
      }),
    );
    expect(map.metadata.name).toBe('sessions-dashboard');
    expect(map.metadata.labels).toMatchObject({ grafana: 'main' });
    expect(map.metadata.labels).not.toHaveProperty('release');
    expect(file).toBe('cache-sessions.json');
  });

  it.each([spec(), independentSpec()])('asks only what parses', request => {
    const queries = read(request).dashboard.panels.flatMap(
      ({ targets }) => targets ?? [],
    );
    expect(queries.length).toBeGreaterThan(10);
    expect(
      queries.flatMap(({ expr }) =>
        // Grafana puts the interval in before it asks.
        promqlErrors(expr.replaceAll('$__rate_interval', '1m')),
      ),
    ).toEqual([]);
  });

  it('shows replication only where there is some', () => {
    expect(titlesOf(spec())).toContain('Lag in records, by replica and state');
    expect(titlesOf(independentSpec())).not.toContain('Replication');
    expect(titlesOf(independentSpec())).toContain('Roles');
  });

  it('lays its panels out without overlap, each with an id of its own', () => {
    const { panels } = read().dashboard;
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from(
        { length: w * h },
        (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`,
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(
      Math.max(...panels.map(({ gridPos }) => gridPos.x + gridPos.w)),
    ).toBe(24);
  });

  it('has a uid that Grafana accepts and no other cache has', () => {
    const name = 'a'.repeat(40);
    expect(read(spec({ name })).dashboard.uid).toBe(name);
    expect(read().dashboard.uid).toBe('cache_sessions');
  });
});
