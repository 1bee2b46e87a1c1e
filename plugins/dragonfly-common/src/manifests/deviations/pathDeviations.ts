import { ResolvedCache } from '../resolvedCache';
import { Deviation } from '../types';

function certificateDeviations({
  issuer,
  names,
  topology,
}: ResolvedCache): Deviation[] {
  if (!issuer) return [];
  const reach =
    topology === 'replicated'
      ? 'the host that the other regions use and those of its Services'
      : 'its Services';
  return [
    {
      id: 'certificate',
      generated: `Certificate ${names.tls} in every region, from ${issuer.kind} ${issuer.name}`,
      reason: `TLS needs a certificate for every name that the server is called by: ${reach}. It is the same whatever the role, so a move of the primary needs no new one.`,
    },
  ];
}

function balancerDeviations({
  crossRegion,
  names,
  topology,
}: ResolvedCache): Deviation[] {
  return topology === 'replicated' && crossRegion === 'load-balancer'
    ? [
        {
          id: 'cross-region-load-balancer',
          generated: `Service ${names.replication} of type LoadBalancer in every region, for the other regions' address ranges only`,
          reason:
            'The replica of the ADR dials a host in another region, and nothing in the ADR makes that host lead to the server.',
        },
      ]
    : [];
}

/** Differences in how the server is reached from elsewhere: through what, and with which proof of who it is. */
export function pathDeviations(cache: ResolvedCache): Deviation[] {
  return [...certificateDeviations(cache), ...balancerDeviations(cache)];
}
