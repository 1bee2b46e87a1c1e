import { folder } from './folder';
import { yamlFile } from './kubernetesObject';
import { monitoringFiles } from './monitoring';
import { operatorFiles } from './operator';
import { podDisruptionBudget } from './podDisruptionBudget';
import { ResolvedCache } from './resolvedCache';
import { serviceAccount } from './serviceAccount';
import { headlessService, readService } from './services';
import { startGuardFiles } from './startGuard';
import { statefulSet } from './statefulSet';
import { ManifestFile } from './types';

/** What makes the server, and what the server needs to be one. */
function statefulSetFiles(cache: ResolvedCache): ManifestFile[] {
  return [
    yamlFile(
      'headless-service.yaml',
      'Stable name of the pod, for monitoring and operations.',
      headlessService(cache),
    ),
    yamlFile(
      'service-account.yaml',
      'An identity without permissions.',
      serviceAccount(cache),
    ),
    yamlFile(
      'stateful-set.yaml',
      'The server; the same in every region, whatever its role.',
      statefulSet(cache),
    ),
  ];
}

/** The files that are the same in every region, whatever the role of its server. */
export function baseFiles(cache: ResolvedCache): ManifestFile[] {
  const replicated = [
    yamlFile(
      'pod-disruption-budget.yaml',
      'Keeps a drain from evicting the server and its data.',
      podDisruptionBudget(cache),
    ),
  ];
  return folder('base', [
    ...(cache.flavour === 'operator'
      ? operatorFiles(cache)
      : statefulSetFiles(cache)),
    yamlFile(
      'read-service.yaml',
      'The local node: eventually consistent and read-only where it is a replica.',
      readService(cache),
    ),
    ...(cache.topology === 'replicated' ? replicated : []),
    ...startGuardFiles(cache),
    ...monitoringFiles(cache),
  ]);
}
