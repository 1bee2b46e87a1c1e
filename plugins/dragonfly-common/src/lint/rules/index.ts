import { acksIntervalDefault } from './acksIntervalDefault';
import { adminPortExposed } from './adminPortExposed';
import { adminWithoutPassword } from './adminWithoutPassword';
import { autoscaledCache } from './autoscaledCache';
import { backlogDefault } from './backlogDefault';
import { cascadedReplica } from './cascadedReplica';
import { credentialsAsymmetric } from './credentialsAsymmetric';
import { disruptionBudgetMissing } from './disruptionBudgetMissing';
import { drainEmptiesCache } from './drainEmptiesCache';
import { emptyPrimaryWipesReplica } from './emptyPrimaryWipesReplica';
import { engineNotAsAdr } from './engineNotAsAdr';
import { evictionAgainstUseCase } from './evictionAgainstUseCase';
import { evictionByDefault } from './evictionByDefault';
import { evictionNotAsAdr } from './evictionNotAsAdr';
import { hashedRoleFile } from './hashedRoleFile';
import { imageNotAsAdr } from './imageNotAsAdr';
import { imageNotPinned } from './imageNotPinned';
import { lagAlertBlind } from './lagAlertBlind';
import { literalPassword } from './literalPassword';
import { livenessOnHealthz } from './livenessOnHealthz';
import { maxMemoryMissing } from './maxMemoryMissing';
import { memoryLimitTooSmall } from './memoryLimitTooSmall';
import { memoryNotAsAdr } from './memoryNotAsAdr';
import { metricUnknown } from './metricUnknown';
import { minReplicasMissing } from './minReplicasMissing';
import { namespaceNotAsAdr } from './namespaceNotAsAdr';
import { networkPolicyMissing } from './networkPolicyMissing';
import { networkPolicyOpen } from './networkPolicyOpen';
import { operatorCopies } from './operatorCopies';
import { operatorUndoesReplica } from './operatorUndoesReplica';
import { passwordInArguments } from './passwordInArguments';
import { passwordMissing } from './passwordMissing';
import { portNotAsAdr } from './portNotAsAdr';
import { protectedModeOff } from './protectedModeOff';
import { publicLoadBalancer } from './publicLoadBalancer';
import { readinessMissing } from './readinessMissing';
import { readinessWhileLoading } from './readinessWhileLoading';
import { redisBacklogDefault } from './redisBacklogDefault';
import { redisExporterOnDragonfly } from './redisExporterOnDragonfly';
import { redisRestartsEmpty } from './redisRestartsEmpty';
import { renamedCommand } from './renamedCommand';
import { replicaNotAnnounced } from './replicaNotAnnounced';
import { replicaSmallerThanPrimary } from './replicaSmallerThanPrimary';
import { replicasWithoutReplication } from './replicasWithoutReplication';
import { replicationInClear } from './replicationInClear';
import { replicationOverAdminPort } from './replicationOverAdminPort';
import { replicationTimeoutDefault } from './replicationTimeoutDefault';
import { resourcesMissing } from './resourcesMissing';
import { roleFileBySubPath } from './roleFileBySubPath';
import { roleInArguments } from './roleInArguments';
import { roleInConfiguration } from './roleInConfiguration';
import { rollingUpdate } from './rollingUpdate';
import { LintRule } from './rule';
import { runsAsRoot } from './runsAsRoot';
import { secretInManifests } from './secretInManifests';
import { selectorMismatch } from './selectorMismatch';
import { selectorMissing } from './selectorMissing';
import { selfHealRevertsPromotion } from './selfHealRevertsPromotion';
import { serviceLinksEnabled } from './serviceLinksEnabled';
import { serviceNameMissing } from './serviceNameMissing';
import { serviceNameUnknown } from './serviceNameUnknown';
import { serviceStopsDragonfly } from './serviceStopsDragonfly';
import { snapshotRevivesStaleData } from './snapshotRevivesStaleData';
import { snapshotWithoutVolume } from './snapshotWithoutVolume';
import { threadsExceedMemory } from './threadsExceedMemory';
import { threadsUnbounded } from './threadsUnbounded';
import { tlsOneSided } from './tlsOneSided';
import { undefinedVariable } from './undefinedVariable';
import { unknownFlag } from './unknownFlag';
import { writableReplica } from './writableReplica';

/** All rules, in the order of their ids. */
export const RULES: readonly LintRule[] = [
  acksIntervalDefault,
  adminPortExposed,
  adminWithoutPassword,
  autoscaledCache,
  backlogDefault,
  cascadedReplica,
  credentialsAsymmetric,
  disruptionBudgetMissing,
  drainEmptiesCache,
  emptyPrimaryWipesReplica,
  engineNotAsAdr,
  evictionAgainstUseCase,
  evictionByDefault,
  evictionNotAsAdr,
  hashedRoleFile,
  imageNotAsAdr,
  imageNotPinned,
  lagAlertBlind,
  literalPassword,
  livenessOnHealthz,
  maxMemoryMissing,
  memoryLimitTooSmall,
  memoryNotAsAdr,
  metricUnknown,
  minReplicasMissing,
  namespaceNotAsAdr,
  networkPolicyMissing,
  networkPolicyOpen,
  operatorCopies,
  operatorUndoesReplica,
  passwordInArguments,
  passwordMissing,
  portNotAsAdr,
  protectedModeOff,
  publicLoadBalancer,
  readinessMissing,
  readinessWhileLoading,
  redisBacklogDefault,
  redisExporterOnDragonfly,
  redisRestartsEmpty,
  renamedCommand,
  replicaNotAnnounced,
  replicaSmallerThanPrimary,
  replicasWithoutReplication,
  replicationInClear,
  replicationOverAdminPort,
  replicationTimeoutDefault,
  resourcesMissing,
  roleFileBySubPath,
  roleInArguments,
  roleInConfiguration,
  rollingUpdate,
  runsAsRoot,
  secretInManifests,
  selectorMismatch,
  selectorMissing,
  selfHealRevertsPromotion,
  serviceLinksEnabled,
  serviceNameMissing,
  serviceNameUnknown,
  serviceStopsDragonfly,
  snapshotRevivesStaleData,
  snapshotWithoutVolume,
  threadsExceedMemory,
  threadsUnbounded,
  tlsOneSided,
  undefinedVariable,
  unknownFlag,
  writableReplica,
];
