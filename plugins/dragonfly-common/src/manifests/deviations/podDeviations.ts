import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';

/** Differences in the pod and in the StatefulSet around it. */
export function podDeviations(cache: ResolvedCache): Deviation[] {
  const { image } = cache.policy.primary;
  const pinned: Deviation = {
    id: 'image-pinned',
    adr: { text: `image: ${image.value}`, line: image.line },
    generated: `image: ${cache.settings.image}`,
    reason:
      'With a moving tag the two regions end up with different versions, and nobody knows which flags exist.',
  };
  const budget: Deviation = {
    id: 'pod-disruption-budget',
    generated: 'PodDisruptionBudget with maxUnavailable 0',
    reason:
      'A drain would evict the only primary and its data with it. It blocks drains on purpose: move the primary first, then delete the pod.',
  };
  const guard: Deviation = {
    id: 'start-guard',
    generated: `sidecar start-guard (${cache.startGuardImage}), ConfigMap ${cache.names.startGuard}, /run/dragonfly as emptyDir in memory`,
    reason:
      'A region that comes back must not come back as a second, empty primary. Before every start, also one inside a running pod, the guard asks the other regions who is the primary. It runs beside the server (Kubernetes 1.29 or later), because an ordinary init container runs once per pod.',
  };
  return [
    ...(image.value === cache.settings.image ? [] : [pinned]),
    {
      id: 'selector-and-labels',
      generated: 'spec.selector, labels on every object, spec.serviceName',
      reason: 'Kubernetes rejects a StatefulSet without selector and labels.',
    },
    {
      id: 'update-on-delete',
      generated: 'updateStrategy: OnDelete',
      reason:
        'Any other change of the pod template would restart the server at once, and a restart loses the data of a cache. The pod is deleted when that is wanted.',
    },
    {
      id: 'restricted-pod',
      generated:
        'runs as user 999, no privileges, all capabilities dropped, RuntimeDefault seccomp, read-only root file system with /data and /tmp as emptyDir, no service account token',
      reason:
        'The server needs no right at all; with these settings it runs in a namespace of the restricted Pod Security Standard.',
    },
    {
      id: 'service-links-off',
      generated: 'enableServiceLinks: false',
      reason:
        'A Service whose name starts with "dfly" anywhere in the namespace would become a DFLY_ variable, which the server takes for an unknown flag and exits.',
    },
    {
      id: 'probes',
      generated:
        'startup and liveness by TCP, readiness by GET /healthz, all on the admin port',
      reason:
        'During a full sync /healthz answers 503: the pod must then get no readers, but must not be killed.',
    },
    {
      id: 'resources',
      generated: `requests = limits, memory 1.35 times --maxmemory and the buffers of replication, ${cache.threads} CPU for ${cache.threads} threads`,
      reason:
        'The process needs more memory than its data; without limits a busy neighbour or the kernel takes the server down.',
    },
    {
      id: 'termination-grace',
      generated: 'terminationGracePeriodSeconds: 60',
      reason: 'Connections are closed in order before the server goes.',
    },
    ...(cache.topology === 'replicated' ? [guard, budget] : []),
  ];
}
