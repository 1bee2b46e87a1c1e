import { ResolvedCache } from '../resolvedCache';
import { code, fenced, list } from './markdown';

/** What decides the role of a server before it starts. */
export function startGuardSection(cache: ResolvedCache): string {
  if (cache.topology === 'independent') return '';
  return [
    '## Start guard',
    `Before a server starts, the sidecar ${code('start-guard')} asks the servers of the other regions for their role, for about 15 seconds at most, and writes the flag file from what they say. A region that comes back after a fail-over so comes back as a replica, whatever its role file still says. It needs Kubernetes 1.29 or later in every region.`,
    list([
      'A region that answers as the primary makes this server its replica.',
      'No answer at all means that the role file decides: a region can start when the others are gone, and the first start needs nobody.',
      '**It holds the server back** when it is declared to be the primary and another region is alive but does not say its role, for example because of another password. Two primaries would cost more than the wait.',
      'A decision is used once. A server that restarts inside its pod fails until there is a new one.',
    ]),
    'It says in one line what it decided and why:',
    fenced('sh', [
      `kubectl -n ${cache.namespace} logs ${cache.names.server}-0 -c start-guard`,
    ]),
    `To start by the role file without asking, see "Break glass" in ${code('docs/runbook.md')}.`,
  ].join('\n\n');
}
