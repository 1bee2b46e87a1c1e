import { PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { chosenUseCase, Draft } from '../chosenUseCase';
import { UseCaseValue } from '../types';

/** What keeps a choice of use case from being used, one sentence each. */
export function errorsOfUseCase(
  value: Draft<UseCaseValue>,
  document: PolicyDocument,
): string[] {
  const { policy, revision } = document;
  const names = policy.useCases.map(({ title }) => title).join(', ');
  if (!value?.id) {
    return [`Choose what the cache is for: ${names}.`];
  }
  const { useCase, topology } = chosenUseCase(value, policy);
  if (!useCase) {
    return [
      `The caching policy has no use case "${value.id}"; choose one of ${names}.`,
    ];
  }
  if (value.policyRevision !== revision) {
    return [
      `The caching policy has changed since "${useCase.title}" was chosen; look at the choices again and choose.`,
    ];
  }
  if (!topology) {
    return [
      `The policy leaves disaster recovery of "${useCase.title}" to you; choose whether the cache has a replica.`,
    ];
  }
  return [];
}
