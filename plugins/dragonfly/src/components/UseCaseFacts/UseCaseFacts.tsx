import { CacheDeclaration } from 'backstage-plugin-dragonfly-common';
import { usePolicy } from '../../hooks';
import {
  disasterRecoveryWords,
  evictionWords,
  formatDuration,
} from '../../words';
import { Facts } from '../Facts';

const topologyWords = {
  replicated: 'one primary, replicas in other regions',
  independent: 'one primary per region, no replication',
} satisfies Record<CacheDeclaration['topology'], string>;

interface UseCaseFactsProps {
  cache: CacheDeclaration;
}

/** What Git and the caching policy say a cache should be. */
export function UseCaseFacts(props: UseCaseFactsProps) {
  const { useCase, topology, lagThresholdSeconds } = props.cache;
  const policy = usePolicy();
  const line =
    policy.status === 'loaded'
      ? policy.data.policy.useCases.find(known => known.id === useCase?.id)
          ?.line
      : undefined;
  return (
    <Facts
      label="What the cache should be"
      facts={[
        { term: 'Topology', description: topologyWords[topology] },
        ...(useCase
          ? [
              {
                term: 'Use case',
                description: line
                  ? `${useCase.title} (from ADR line ${line})`
                  : useCase.title,
              },
              { term: 'TTL', description: formatDuration(useCase.ttlSeconds) },
              {
                term: 'Eviction',
                description: evictionWords[useCase.eviction],
              },
              {
                term: 'Disaster recovery',
                description: disasterRecoveryWords[useCase.disasterRecovery],
              },
            ]
          : [{ term: 'Use case', description: 'none declared' }]),
        ...(topology === 'replicated'
          ? [
              {
                term: 'Lag limit',
                description: `${lagThresholdSeconds} s; more than that is degraded`,
              },
            ]
          : []),
      ]}
    />
  );
}
