import { listAt, textAt } from '../model/fields';
import { nameConsumer } from '../../manifests/spec/consumerIds';
import {
  Problem,
  problemAt,
  problemOf,
  Rule,
  ValidationContext,
} from '../rule';

const NAMESPACE_LABEL = 'kubernetes.io/metadata.name';

function expectedPeers(context: ValidationContext, region: string): string[] {
  const { manifests, settings, spec } = context;
  const others = [spec.primaryRegion, ...spec.otherRegions].filter(
    name => name !== region,
  );
  const ranges = settings.regions
    .filter(({ name }) => others.includes(name))
    .flatMap(({ cidrs }) => cidrs);
  return [
    ...spec.consumers.map(consumer => nameConsumer(consumer).namespace),
    settings.monitoringNamespace,
    ...(manifests.topology === 'replicated' ? ranges : []),
  ];
}

/** The network policy of each region lets in every consumer, monitoring and the other regions. */
export const networkPolicyPeers: Rule = {
  id: 'network-policy-peers',
  severity: 'error',
  why: 'Who is not let in runs into timeouts, and a replica that is not let in never copies anything.',
  check: context =>
    context.regions.flatMap(region => {
      const policies = region.ofKind('NetworkPolicy');
      if (policies.length === 0) {
        return problemOf(
          `overlays/${region.name}/network-policy.yaml`,
          `Region "${region.name}" has no NetworkPolicy.`,
          'Generate the file.',
        );
      }
      return policies.flatMap((policy): Problem[] => {
        const admitted = listAt(policy.fields, 'spec', 'ingress')
          .flatMap(rule => listAt(rule, 'from'))
          .flatMap(
            peer =>
              textAt(peer, 'ipBlock', 'cidr') ??
              textAt(
                peer,
                'namespaceSelector',
                'matchLabels',
                NAMESPACE_LABEL,
              ) ??
              [],
          );
        return [...new Set(expectedPeers(context, region.name))]
          .filter(peer => !admitted.includes(peer))
          .map(peer =>
            problemAt(
              policy,
              ['spec', 'ingress'],
              `${policy.title} does not let "${peer}" in.`,
              'Add it to "from".',
            ),
          );
      });
    }),
};
