import { Policy, Topology, UseCase } from 'backstage-plugin-dragonfly-common';
import { UseCaseValue } from './types';

/** What a form holds before the field has a complete value; rjsf starts an object field with `{}`. */
export type Draft<T> = Partial<T> | undefined;

/** The use case somebody chose, and the topology that follows from it; absent while that is open. */
export function chosenUseCase(
  value: Draft<UseCaseValue>,
  policy: Policy,
): { useCase?: UseCase; topology?: Topology } {
  const useCase = policy.useCases.find(({ id }) => id === value?.id);
  switch (useCase?.disasterRecovery) {
    case 'required':
      return { useCase, topology: 'replicated' };
    case 'local':
      return { useCase, topology: 'independent' };
    case 'optional':
      return { useCase, topology: value?.topology };
    default:
      return {};
  }
}
