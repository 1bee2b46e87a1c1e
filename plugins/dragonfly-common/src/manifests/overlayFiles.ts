import { CUSTOM_FOLDER, customFiles } from './custom';
import { folder } from './folder';
import { yamlFile } from './kubernetesObject';
import { monitorFiles } from './monitoring';
import { networkPolicy } from './networkPolicy';
import { ResolvedCache, ResolvedRegion } from './resolvedCache';
import { roleConfigMap } from './roleConfigMap';
import { secretFiles } from './secrets';
import { replicationService, writeService } from './services';
import { certificateFiles } from './tls';
import { ManifestFile } from './types';

function roleFile(cache: ResolvedCache, region: ResolvedRegion): ManifestFile {
  return yamlFile(
    'role-config-map.yaml',
    'The role of this region. Change it together with the other regions and the annotation of the catalog entity.',
    roleConfigMap(cache, region),
  );
}

function replicationFiles(
  cache: ResolvedCache,
  region: ResolvedRegion,
): ManifestFile[] {
  return cache.topology === 'replicated'
    ? [
        yamlFile(
          'replication-service.yaml',
          'What the other regions reach the server of this region through.',
          replicationService(cache, region),
        ),
      ]
    : [];
}

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
    // The operator decides roles by itself.
    ...(cache.flavour === 'operator' ? [] : [roleFile(cache, region)]),
    yamlFile(
      'write-service.yaml',
      'Leads to the primary.',
      writeService(cache, region),
    ),
    ...replicationFiles(cache, region),
    ...monitorFiles(cache, region),
    ...certificateFiles(cache, region),
    ...secretFiles(cache, region),
  ];
  const path = `overlays/${region.name}`;
  return [
    ...folder(path, files, ['../../base'], [CUSTOM_FOLDER]),
    ...customFiles(cache, region),
  ];
}
