import { cacheAnnotations } from '../../annotations';
import { UseCase } from '../../policy';
import { ManifestModel } from './manifestModel';
import { Server } from './server';

/**
 * The use case of a server's cache: named by an annotation of its workload, or by the catalog entity of the cache of
 * the same name; `undefined` when nothing names one or the policy does not know it.
 */
export function useCaseOf(
  { object }: Server,
  { objects, policy }: ManifestModel,
): UseCase | undefined {
  const annotation = (node: typeof object.node, name: string) =>
    node.get('metadata', 'annotations', name).text();
  const entity = objects.find(
    ({ kind, node }) =>
      kind === 'Resource' &&
      annotation(node, cacheAnnotations.cache) === object.name,
  );
  const id =
    annotation(object.node, cacheAnnotations.useCase) ??
    (entity && annotation(entity.node, cacheAnnotations.useCase));
  return policy?.useCases.find(useCase => useCase.id === id);
}
