import { cacheAnnotations } from '../annotations';
import { Policy } from '../policy/types';
import { quote, quoteAll } from '../words/quote';
import { DeclaredUseCase, InventoryProblem } from './types';

/** Looks a use case up in the policy. Without a policy nothing is known of it, which is not the entity's fault. */
export function resolveUseCase(
  entityRef: string,
  id: string | undefined,
  policy: Policy | undefined,
): { useCase?: DeclaredUseCase; problems: InventoryProblem[] } {
  if (id === undefined || !policy) {
    return { problems: [] };
  }
  const useCase = policy.useCases.find(candidate => candidate.id === id);
  if (useCase) {
    return {
      useCase: {
        id,
        title: useCase.title,
        ttlSeconds: useCase.ttl.seconds,
        eviction: useCase.eviction,
        disasterRecovery: useCase.disasterRecovery,
      },
      problems: [],
    };
  }
  return {
    problems: [
      {
        code: 'UNKNOWN_USE_CASE',
        entityRef,
        message: `Annotation "${cacheAnnotations.useCase}" of ${entityRef} is ${quote(id)}, which the caching policy does not have; expected one of ${quoteAll(policy.useCases.map(known => known.id))}.`,
      },
    ],
  };
}
