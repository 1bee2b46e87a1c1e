import { ManifestObject } from '../model/ManifestObject';
import { problemAt, Rule, ValidationContext } from '../rule';
import { nameConsumer } from '../../manifests/spec/consumerIds';

const WITHOUT_NAMESPACE =
  /^(kustomize\.config\.k8s\.io|backstage\.io|dragonflydb\.io\/cache-request)/;

function expectedNamespace(
  { policy, settings, spec }: ValidationContext,
  { folder }: ManifestObject,
): string | undefined {
  if (/^(base$|overlays\/)/.test(folder)) return policy.primary.namespace.value;
  if (folder === 'argocd') return settings.argoCd?.namespace;
  const [, id] = /^consumers\/([^/]+)/.exec(folder) ?? [];
  return spec.consumers.map(nameConsumer).find(each => each.id === id)
    ?.namespace;
}

/** Every object is in the namespace it belongs to. */
export const namespaces: Rule = {
  id: 'namespaces',
  severity: 'error',
  why: 'Names lead only within a namespace: a Service, a Secret or a policy in another one might as well not be there.',
  check: context =>
    context.set.objects.flatMap(object => {
      if (WITHOUT_NAMESPACE.test(object.apiVersion)) return [];
      const expected = expectedNamespace(context, object);
      return object.namespace === expected
        ? []
        : [
            problemAt(
              object,
              ['metadata', 'namespace'],
              `${object.title} is in namespace "${object.namespace}", not in "${expected}".`,
              `Write "namespace: ${expected}".`,
            ),
          ];
    }),
};
