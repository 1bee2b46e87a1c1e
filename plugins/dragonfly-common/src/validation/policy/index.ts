import { Rule } from '../rule';
import { adrArguments } from './adrArguments';
import { adrDisasterRecovery } from './adrDisasterRecovery';
import { adrEviction } from './adrEviction';
import { adrMetrics } from './adrMetrics';
import { adrPlace } from './adrPlace';
import { adrSecretKeys } from './adrSecretKeys';
import { adrTimeToLive } from './adrTimeToLive';
import { deviationsListed } from './deviationsListed';

/** What holds between the generated files and the ADR. */
export const POLICY_RULES: readonly Rule[] = [
  adrArguments,
  adrPlace,
  adrSecretKeys,
  adrEviction,
  adrDisasterRecovery,
  adrTimeToLive,
  adrMetrics,
  deviationsListed,
];
