import { code, list } from '../readme/markdown';
import { ResolvedCache } from '../resolvedCache';

/** What is otherwise when the Dragonfly operator makes the server. */
export function operatorSection(cache: ResolvedCache): string {
  if (cache.flavour !== 'operator') return '';
  const { monitoringNamespace } = cache.settings;
  return [
    '## The Dragonfly operator',
    `${code('base/dragonfly.yaml')} is for version 1.6 or later of the operator, which makes the StatefulSet, the Service ${code(cache.name)} and a NetworkPolicy of that name from it.`,
    list([
      `**A change of the resource restarts the server**, and with one server that loses the data of the region's cache.`,
      `**Its admin port takes no password.** The operator's NetworkPolicy lets in the operator; the one here lets in the namespace ${code(monitoringNamespace)} as well, for the metrics. Whoever can run a pod there can do everything on the server.`,
      `The operator's NetworkPolicy opens port ${cache.port} to every pod in the namespace ${code(cache.namespace)}; the password still holds.`,
      `The operator leaves service links on: a Service whose name starts with ${code('dfly')} in the namespace ${code(cache.namespace)} stops the next start of the server.`,
      'Do not add a replica in another region by hand: the operator promotes every server that follows one outside its own resource. For a copy in another region choose the flavour "kustomize".',
    ]),
  ].join('\n\n');
}
