import { Rule } from '../rule';
import { argoCdPaths } from './argoCdPaths';
import { cacheLabels } from './cacheLabels';
import { certificateHosts } from './certificateHosts';
import { consumerConnections } from './consumerConnections';
import { knownFlags } from './knownFlags';
import { kustomizationComplete } from './kustomizationComplete';
import { memoryFits } from './memoryFits';
import { monitorPorts } from './monitorPorts';
import { mountedFilesExist } from './mountedFilesExist';
import { mountsHaveVolumes } from './mountsHaveVolumes';
import { namespaces } from './namespaces';
import { networkPolicyPeers } from './networkPolicyPeers';
import { networkPolicyPorts } from './networkPolicyPorts';
import { noSecretValues } from './noSecretValues';
import { oneServer } from './oneServer';
import { probePorts } from './probePorts';
import { promqlParses } from './promqlParses';
import { readableYaml } from './readableYaml';
import { referencedObjects } from './referencedObjects';
import { rolesAgree } from './rolesAgree';
import { secretKeysExist } from './secretKeysExist';
import { selectorsMatch } from './selectorsMatch';
import { serverPorts } from './serverPorts';
import { serverVersionTried } from './serverVersionTried';
import { servicePorts } from './servicePorts';
import { startGuardNodes } from './startGuardNodes';
import { startGuardWired } from './startGuardWired';
import { uniqueAlerts } from './uniqueAlerts';
import { uniqueNames } from './uniqueNames';
import { uniqueObjects } from './uniqueObjects';

/** What must hold between the generated files themselves. */
export const MANIFEST_RULES: readonly Rule[] = [
  readableYaml,
  uniqueObjects,
  kustomizationComplete,
  namespaces,
  cacheLabels,
  noSecretValues,
  oneServer,
  selectorsMatch,
  referencedObjects,
  uniqueNames,
  mountsHaveVolumes,
  mountedFilesExist,
  secretKeysExist,
  serverPorts,
  servicePorts,
  probePorts,
  monitorPorts,
  networkPolicyPorts,
  networkPolicyPeers,
  certificateHosts,
  rolesAgree,
  startGuardNodes,
  startGuardWired,
  consumerConnections,
  knownFlags,
  memoryFits,
  promqlParses,
  uniqueAlerts,
  argoCdPaths,
  serverVersionTried,
];
