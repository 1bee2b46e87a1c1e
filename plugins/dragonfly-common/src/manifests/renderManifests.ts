import { Policy } from '../policy/types';
import { argoCdFiles } from './argoCd';
import { baseFiles } from './baseFiles';
import { catalogInfo } from './catalogInfo';
import { consumerFiles } from './consumers';
import { deviationsOf } from './deviations';
import { yamlFile } from './kubernetesObject';
import { overlayFiles } from './overlayFiles';
import { readme } from './readme';
import { recordFiles } from './record';
import { runbookFiles } from './runbook';
import { resolveCache } from './spec/resolveCache';
import { summaryOf } from './summary';
import {
  CacheSpec,
  ManifestFile,
  ManifestResult,
  ManifestSettings,
  Provenance,
} from './types';

function byPath(a: ManifestFile, b: ManifestFile): number {
  // Not by locale: the order must be the same on every machine.
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

/**
 * Makes every file of a cache from the request, the policy and the settings. Pure: the same input gives the same
 * bytes, in the browser's preview as in the action that writes them.
 *
 * A move of the primary, that is the same request with another `primaryRegion`, changes role files, write Services,
 * `catalog-info.yaml` and README only: nothing that would restart a server.
 *
 * @returns the files, or one error per field that cannot be rendered; never throws on any request
 * @public
 */
export function renderManifests(
  spec: CacheSpec,
  policy: Policy,
  settings: ManifestSettings,
  provenance: Provenance,
): ManifestResult {
  const resolution = resolveCache(spec, policy, settings);
  if (!resolution.ok) return resolution;
  const { cache } = resolution;
  const deviations = deviationsOf(cache);
  const files = [
    ...baseFiles(cache),
    ...cache.regions.flatMap(region => overlayFiles(cache, region)),
    ...consumerFiles(cache),
    ...argoCdFiles(cache),
    ...runbookFiles(cache),
    yamlFile(
      'catalog-info.yaml',
      'The catalog entity of the cache.',
      catalogInfo(cache),
    ),
    readme(cache, deviations, provenance),
  ];
  return {
    ok: true,
    files: [...files, ...recordFiles(cache, files, provenance)].sort(byPath),
    deviations,
    topology: cache.topology,
    summary: summaryOf(cache),
  };
}
