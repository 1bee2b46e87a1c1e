import { listAt, Pointer, valueAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { RegionView } from '../model/RegionView';
import { Problem, problemAt, Rule } from '../rule';

const DNS = 53;

interface AllowedPort {
  port: unknown;
  pointer: Pointer;
}

function portsOf(policy: ManifestObject, direction: string): AllowedPort[] {
  return listAt(policy.fields, 'spec', direction).flatMap((rule, index) =>
    listAt(rule, 'ports').map((port, position) => ({
      port: valueAt(port, 'port'),
      pointer: ['spec', direction, index, 'ports', position],
    })),
  );
}

function problemsOf(policy: ManifestObject, region: RegionView): Problem[] {
  const pods = region.servers.flatMap(({ ports }) => ports);
  const exists = ({ port }: AllowedPort) =>
    pods.some(pod => pod.port === port || pod.name === port);
  const ingress = portsOf(policy, 'ingress');
  const strangers = [
    ...ingress,
    ...portsOf(policy, 'egress').filter(({ port }) => port !== DNS),
  ].filter(allowed => !exists(allowed));
  const closed = pods.filter(
    pod => !ingress.some(({ port }) => port === pod.port || port === pod.name),
  );
  return [
    ...strangers.map(({ port, pointer }) =>
      problemAt(
        policy,
        pointer,
        `${policy.title} opens port ${port}, which the server of region "${region.name}" does not have.`,
        `Use ${pods.map(({ port: number }) => number).join(' or ')}.`,
      ),
    ),
    ...closed.map(({ name, port }) =>
      problemAt(
        policy,
        ['spec', 'ingress'],
        `${policy.title} lets nobody reach port "${name}" (${port}) of the server.`,
        'Let clients reach the main port and monitoring the admin port.',
      ),
    ),
  ];
}

/** A network policy opens the ports that the server has: no other, and each to somebody. */
export const networkPolicyPorts: Rule = {
  id: 'network-policy-ports',
  severity: 'error',
  why: 'What the policy does not open is dropped without an answer: clients and Prometheus run into timeouts.',
  check: ({ regions }) =>
    regions
      .filter(({ hasServer }) => hasServer)
      .flatMap(region =>
        region
          .ofKind('NetworkPolicy')
          .flatMap(policy => problemsOf(policy, region)),
      ),
};
