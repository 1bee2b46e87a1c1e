import { z } from 'zod';
import http from '../../../replication/__fixtures__/recordings/http_endpoints.json';
import { promqlMetrics } from '../../../validation/promql';
import {
  cacheOf,
  independentSpec,
  policyOf,
  settings,
  spec,
} from '../../__testUtils__/caches';
import { alertsOf } from '../alerts/alertGroups';
import { dashboardRows } from '../dashboard/dashboard';
import { recordingRules } from '../recording/recordingRules';
import { CERTIFICATE_EXPIRY, REGION_SEEN } from './otherMetrics';
import { portalMetrics } from './portalMetrics';
import {
  CONDITIONAL_SERVER_METRICS,
  isServerMetric,
  SERVER_METRICS,
} from './serverMetrics';

const page = z.object({ http: z.literal('GET /metrics'), body: z.string() });

/** Every name on the recorded pages of a real primary and a real replica, with or without a value. */
function recordedNames(): Set<string> {
  const lines = http.steps.flatMap(step => {
    const read = page.safeParse(step);
    return read.success ? read.data.body.split('\n') : [];
  });
  return new Set(
    lines.flatMap(
      line => /^(?:# TYPE )?(dragonfly_\w+)[ {]/.exec(line)?.[1] ?? [],
    ),
  );
}

const caches = [
  cacheOf(
    spec(),
    policyOf(),
    settings({ issuer: { kind: 'Issuer', name: 'a' } }),
  ),
  cacheOf(independentSpec()),
];

describe('the metrics of the server', () => {
  it('are the ones that a real server exports', () => {
    expect([...SERVER_METRICS].sort()).toEqual([...recordedNames()].sort());
  });

  it('list the rest with a reason', () => {
    for (const [name, reason] of Object.entries(CONDITIONAL_SERVER_METRICS)) {
      expect(recordedNames()).not.toContain(name);
      expect(reason).toMatch(/^appears /);
    }
  });

  it.each(caches)('are all that the rules of $name read', cache => {
    const known = new Set<string>([
      ...Object.values(portalMetrics),
      CERTIFICATE_EXPIRY,
      REGION_SEEN,
    ]);
    const expressions = [
      ...alertsOf(cache).map(({ expr }) => expr),
      ...recordingRules(cache).map(({ expr }) => expr),
    ];
    const read = expressions.flatMap(promqlMetrics);
    expect(read.length).toBeGreaterThan(10);
    expect(
      read.filter(name => !isServerMetric(name) && !known.has(name)),
    ).toEqual([]);
  });

  it.each(caches)('are all that the dashboard of $name shows', cache => {
    const read = dashboardRows(cache)
      .flatMap(({ panels }) => panels)
      .flatMap(({ queries }) => queries)
      .flatMap(({ expr }) => promqlMetrics(expr));
    expect(read.length).toBeGreaterThan(10);
    expect(read.filter(name => !isServerMetric(name))).toEqual([]);
  });
});
