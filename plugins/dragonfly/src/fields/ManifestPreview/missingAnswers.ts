import { CacheAnswers, Policy } from 'backstage-plugin-dragonfly-common';
import { chosenUseCase } from '../chosenUseCase';

/** Names of the answers without which nothing can be generated, in the order of the wizard. */
export function missingAnswers(
  answers: CacheAnswers,
  policy: Policy,
): string[] {
  const { useCase, topology } = chosenUseCase(
    { id: answers.useCase, topology: answers.topology },
    policy,
  );
  return [
    ...(answers.name ? [] : ['name']),
    ...(answers.owner ? [] : ['owner']),
    ...(answers.useCase ? [] : ['use case']),
    ...(useCase && !topology ? ['disaster recovery'] : []),
    ...(answers.primaryRegion ? [] : ['regions']),
  ];
}
