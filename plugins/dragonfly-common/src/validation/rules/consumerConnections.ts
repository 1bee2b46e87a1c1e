import { textAt } from '../model/fields';
import { nameConsumer } from '../../manifests/spec/consumerIds';
import {
  Problem,
  problemAt,
  problemOf,
  Rule,
  ValidationContext,
} from '../rule';
import { isDocumented, providedSecrets } from './secretProviders';

const HOSTS = ['CACHE_WRITE_HOST', 'CACHE_READ_HOST'];

function problemsOf(context: ValidationContext, id: string): Problem[] {
  const { policy, regions, set } = context;
  const connections = set
    .ofKind('ConfigMap')
    .filter(
      ({ folder, fields }) =>
        `${folder}/`.startsWith(`consumers/${id}/`) &&
        textAt(fields, 'data', 'CACHE_WRITE_HOST') !== undefined,
    );
  if (connections.length === 0) {
    return [
      problemOf(
        `consumers/${id}/connection.yaml`,
        `Nothing tells consumer "${id}" how to connect.`,
        'Generate the file.',
      ),
    ];
  }
  const namespace = policy.primary.namespace.value;
  return connections.flatMap(object => {
    const data = (key: string) => textAt(object.fields, 'data', key);
    const problem = (key: string, message: string, fix: string) =>
      problemAt(object, ['data', key], message, fix);
    const hosts = HOSTS.filter(key => {
      const service = data(key)?.replace(`.${namespace}.svc`, '');
      return !regions.every(region => region.find('Service', service));
    }).map(key =>
      problem(
        key,
        `${object.title} leads to "${data(key)}", which is no Service of every region.`,
        `Use a Service in the namespace "${namespace}".`,
      ),
    );
    const port = String(policy.primary.port.value);
    const ports =
      data('CACHE_PORT') === port
        ? []
        : [
            problem(
              'CACHE_PORT',
              `${object.title} names port ${data('CACHE_PORT')}, not ${port}.`,
              `Write CACHE_PORT: "${port}".`,
            ),
          ];
    const secret = data('CACHE_SECRET_NAME') ?? '';
    const key = data('CACHE_SECRET_KEY') ?? '';
    const exists =
      providedSecrets(set.inFolder(object.folder)).some(
        made => made.name === secret && made.keys.includes(key),
      ) || isDocumented(set.textOf('README.md'), secret, key);
    const secrets = exists
      ? []
      : [
          problem(
            'CACHE_SECRET_NAME',
            `${object.title} names key "${key}" of Secret "${secret}", which nothing makes and the README does not ask for.`,
            'Add the ExternalSecret, or list the Secret among those to bring.',
          ),
        ];
    return [...hosts, ...ports, ...secrets];
  });
}

/** Every consumer is told hosts, port and Secret that exist. */
export const consumerConnections: Rule = {
  id: 'consumer-connections',
  severity: 'error',
  why: 'An application that is given a wrong address or password fails in production first.',
  check: context =>
    context.spec.consumers.flatMap(consumer =>
      problemsOf(context, nameConsumer(consumer).id),
    ),
};
