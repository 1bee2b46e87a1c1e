import { podDeviations } from '../deviations/podDeviations';
import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';

/** Differences in the pod that hold whoever makes it. */
const COMMON = new Set(['image-pinned', 'resources']);

/** Differences in what the Dragonfly operator makes of the ADR's StatefulSet. */
export function operatorDeviations(cache: ResolvedCache): Deviation[] {
  return [
    ...podDeviations(cache).filter(({ id }) => COMMON.has(id)),
    {
      id: 'operator-resource',
      adr: { text: 'StatefulSet', line: cache.policy.primary.line },
      generated: `Dragonfly ${cache.name}`,
      reason:
        'The request asks for the Dragonfly operator, which makes StatefulSet, Service and pod itself. It can, because the servers of this cache do not replicate.',
    },
    {
      id: 'operator-arguments',
      generated:
        '--alsologtostderr --break_replication_on_master_restart=true --primary_port_http_enabled=false --admin_port=9999 --admin_nopass, and what the fields for password, users and certificate stand for',
      reason:
        'The operator passes these to every server. It talks to the admin port without a password and lets nobody but itself in there.',
    },
    {
      id: 'operator-pod',
      generated:
        'runs as user 999, no privileges, all capabilities dropped, RuntimeDefault seccomp; probes of the operator',
      reason: 'What the operator lets a request say about the pod.',
    },
  ];
}
