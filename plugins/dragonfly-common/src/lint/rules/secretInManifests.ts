import { describeValue } from '../../manifests/spec/fieldErrors';
import { ManifestNode } from '../source/manifestNode';
import { shareNamespace } from '../model/manifestObject';
import { LintRule, offenceAt } from './rule';

export const secretInManifests: LintRule = {
  id: 'secret-in-manifests',
  severity: 'warning',
  title: "A server's Secret is among the manifests",
  why: 'base64 hides nothing: whoever can read the repository or the output of the pipeline has the password, and a chart that makes up a new one with every rendering locks the other region out.',
  fix: 'Let the External Secrets operator make the Secret in every region from one store, or encrypt it (SealedSecret, SOPS).',
  check: ({ objects, servers }) =>
    objects
      .filter(
        ({ kind, node }) =>
          kind === 'Secret' &&
          ['data', 'stringData'].some(
            field => node.get(field).entries().length > 0,
          ) &&
          !node.get('sops').exists,
      )
      .filter(secret =>
        servers.some(
          ({ container, object }) =>
            shareNamespace(object, secret) &&
            secretsOf(container).includes(secret.name),
        ),
      )
      .map(secret =>
        offenceAt(
          secret,
          secret.node.get(
            secret.node.get('data').exists ? 'data' : 'stringData',
          ),
          `The Secret ${describeValue(secret.name)} holds what a server reads; expected it to come from a store.`,
        ),
      ),
};

/** Names of the Secrets that a container takes variables from. */
function secretsOf(container: ManifestNode): string[] {
  return [
    ...container
      .get('env')
      .items()
      .map(item => item.get('valueFrom', 'secretKeyRef', 'name').text()),
    ...container
      .get('envFrom')
      .items()
      .map(item => item.get('secretRef', 'name').text()),
  ].filter(name => name !== undefined);
}
