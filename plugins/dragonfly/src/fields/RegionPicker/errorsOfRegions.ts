import {
  RegionSettings,
  Topology,
  UseCase,
} from 'backstage-plugin-dragonfly-common';
import { Draft } from '../chosenUseCase';
import { RegionsValue } from '../types';

interface ErrorsOfRegionsOptions {
  regions: RegionSettings[];
  useCase?: UseCase;
  topology?: Topology;
}

/** What keeps a choice of regions from being used, one sentence each. */
export function errorsOfRegions(
  value: Draft<RegionsValue>,
  options: ErrorsOfRegionsOptions,
): string[] {
  const { regions, useCase, topology } = options;
  const known = regions.map(({ name }) => name);
  if (!value?.primary) {
    return [
      topology === 'independent'
        ? 'Choose at least one region.'
        : 'Choose the region of the primary.',
    ];
  }
  const others = value.others ?? [];
  const errors = [value.primary, ...others]
    .filter(name => !known.includes(name))
    .map(
      name =>
        `Region "${name}" is not configured; choose among ${known.join(', ')}.`,
    );
  if (others.includes(value.primary)) {
    errors.push(
      `Region "${value.primary}" is chosen twice; a cache has one node per region.`,
    );
  }
  if (topology === 'replicated' && !others.length) {
    errors.push(needsReplica(useCase));
  }
  return errors;
}

function needsReplica(useCase: UseCase | undefined): string {
  return useCase?.disasterRecovery === 'required'
    ? `"${useCase.title}" needs disaster recovery (ADR line ${useCase.line}); choose at least one region for a replica.`
    : 'A replicated cache needs at least one region for a replica.';
}
