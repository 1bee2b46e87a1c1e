import { yamlFile } from '../kubernetesObject';
import { ResolvedCache } from '../resolvedCache';
import { ManifestFile } from '../types';
import { dashboardConfigMap } from './dashboard/dashboardConfigMap';
import { prometheusRule } from './prometheusRule';

function rulesComment(cache: ResolvedCache): string {
  const lines = [
    'Recorded metrics and alerts. Each may run in every region and in one place over all of them.',
    `${cache.name}.region judges the servers that its Prometheus sees.`,
  ];
  if (cache.regions.length > 1) {
    lines.push(
      `${cache.name}.global needs one place that sees every region (federation, Thanos Ruler, Mimir); elsewhere it stays silent.`,
    );
  }
  if (cache.topology === 'replicated') {
    lines.push(
      `${cache.name}.portal needs the metrics of the portal; until they are scraped none of its alerts can fire.`,
    );
  }
  return lines.join('\n# ');
}

/** Rules, alerts and dashboard of a cache; the same in every region, whatever its role. */
export function monitoringFiles(cache: ResolvedCache): ManifestFile[] {
  return [
    yamlFile(
      'dashboard-config-map.yaml',
      'The dashboard for Grafana.',
      dashboardConfigMap(cache),
    ),
    yamlFile(
      'prometheus-rule.yaml',
      rulesComment(cache),
      prometheusRule(cache),
    ),
  ];
}
