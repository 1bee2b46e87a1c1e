import { z } from 'zod';
import { parse } from 'yaml';
import { contentOf } from '../../__testUtils__/caches';
import { RenderedManifests } from '../../types';

const rule = z.object({
  alert: z.string().optional(),
  record: z.string().optional(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

const prometheusRule = z.object({
  spec: z.object({
    groups: z.array(
      z.object({
        name: z.string(),
        interval: z.string(),
        rules: z.array(rule),
      }),
    ),
  }),
});

/** The groups of the rendered PrometheusRule, as Prometheus reads them from a rule file. */
export function ruleGroupsIn(manifests: RenderedManifests) {
  const text = contentOf(manifests, 'base/prometheus-rule.yaml');
  return prometheusRule.parse(parse(text)).spec.groups;
}

/** All rules of all groups. */
export function rulesIn(manifests: RenderedManifests) {
  return ruleGroupsIn(manifests).flatMap(({ rules }) => rules);
}
