import { customFiles } from './custom';
import { folder } from './folder';
import { yamlFile } from './kubernetesObject';
import { networkPolicy } from './networkPolicy';
import { ResolvedCache, ResolvedRegion } from './resolvedCache';
import { roleConfigMap } from './roleConfigMap';
import { secretFiles } from './secrets';
import { writeService } from './services';
import { certificateFiles } from './tls';
import { ManifestFile } from './types';

/** The files of one region: what depends on its role and on who its neighbours are. */
export function overlayFiles(
  cache: ResolvedCache,
  region: ResolvedRegion,
): ManifestFile[] {
  const files = [
    yamlFile(
      'network-policy.yaml',
      'Who may connect to the server of this region.',
      networkPolicy(cache, region),
    ),
    yamlFile(
      'role-config-map.yaml',
      'The role of this region. Change it together with the other regions and the annotation of the catalog entity.',
      roleConfigMap(cache, region),
    ),
    yamlFile(
      'write-service.yaml',
      'Leads to the primary.',
      writeService(cache, region),
    ),
    ...certificateFiles(cache, region),
    ...secretFiles(cache, region),
  ];
  const path = `overlays/${region.name}`;
  return [
    ...folder(path, files, ['../../base']),
    ...customFiles(cache, region),
  ];
}
