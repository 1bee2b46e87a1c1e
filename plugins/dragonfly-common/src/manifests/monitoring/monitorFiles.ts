import { yamlFile } from '../kubernetesObject';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ManifestFile } from '../types';
import { monitor, monitorKind } from './monitor';

const PATHS = {
  PodMonitor: 'pod-monitor.yaml',
  ServiceMonitor: 'service-monitor.yaml',
} as const;

/** What has the server of one region scraped. */
export function monitorFiles(
  cache: ResolvedCache,
  region: ResolvedRegion,
): ManifestFile[] {
  return [
    yamlFile(
      PATHS[monitorKind(cache)],
      'Has Prometheus scrape the server of this region, and labels its series.',
      monitor(cache, region),
    ),
  ];
}
