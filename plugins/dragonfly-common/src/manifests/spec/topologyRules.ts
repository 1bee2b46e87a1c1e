import { UseCase } from '../../policy/types';
import { CacheSpec, FieldError, Topology } from '../types';
import { fieldError } from './fieldErrors';

const FORCED: Record<UseCase['disasterRecovery'], Topology | undefined> = {
  required: 'replicated',
  local: 'independent',
  optional: undefined,
};

/** The topology in force, or `undefined` when the policy leaves the choice and the request does not make it. */
export function topologyOf(
  spec: CacheSpec,
  useCase: UseCase,
): Topology | undefined {
  return FORCED[useCase.disasterRecovery] ?? spec.topology;
}

/** Checks the topology of a request against what the ADR's "DR Needed" says for its use case. */
export function checkTopology(spec: CacheSpec, useCase: UseCase): FieldError[] {
  const forced = FORCED[useCase.disasterRecovery];
  const source = `use case "${useCase.title}", ADR line ${useCase.line}`;
  if (forced && spec.topology && spec.topology !== forced) {
    return [
      fieldError(
        'topology',
        spec.topology,
        `"${forced}" (${source})`,
        'Leave the field out, or pick a use case whose DR needs fit.',
      ),
    ];
  }
  const topology = topologyOf(spec, useCase);
  if (!topology) {
    return [
      fieldError(
        'topology',
        undefined,
        `a choice between "replicated" and "independent", because DR is optional (${source})`,
        'Choose "replicated" when the data must survive the loss of a region, else "independent".',
      ),
    ];
  }
  if (topology === 'replicated' && spec.otherRegions.length === 0) {
    return [
      fieldError(
        'otherRegions',
        spec.otherRegions,
        `at least one region for the replica, because the cache is replicated (${source})`,
        'Add a region other than the primary one.',
      ),
    ];
  }
  return [];
}
