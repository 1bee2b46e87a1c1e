import { InputError } from '@backstage/errors';
import { flagValue, serverSettings } from './serverSettings';
import { CacheManifests, RegionManifests, SecretValues } from './types';

/** From which region each region's server replicates; undefined for a primary. */
export type Sources = ReadonlyMap<string, string | undefined>;

function hostOf(replicaOf: string): string {
  return replicaOf.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}

function sourceOf(
  { region }: RegionManifests,
  host: string,
  others: string[],
  primaries: string[],
): string {
  // Generated hosts carry the region's name as a label; else there must be no choice.
  const named = others.filter(other => host.split('.').includes(other));
  const candidates = named.length > 0 ? named : primaries;
  if (candidates.length !== 1) {
    throw new InputError(
      `Region "${region}" replicates from "${host}", and it is not clear which region that is (${others.join(', ')}); expected the region's name as a label of the host, or exactly one region without --replicaof.`,
    );
  }
  return candidates[0];
}

/**
 * Reads from the manifests who replicates from whom.
 *
 * @throws Error when a host of --replicaof belongs to no region
 */
export function replicationSources(
  { regions }: CacheManifests,
  secrets: ReadonlyMap<string, SecretValues>,
): Sources {
  const hosts = regions.map(manifests => {
    const replicaOf = flagValue(
      serverSettings(manifests, secrets.get(manifests.region) ?? {}),
      'replicaof',
    );
    return { manifests, host: replicaOf && hostOf(replicaOf) };
  });
  const primaries = hosts
    .filter(({ host }) => !host)
    .map(({ manifests }) => manifests.region);
  return new Map(
    hosts.map(({ manifests, host }) => {
      const { region } = manifests;
      const others = regions
        .map(other => other.region)
        .filter(other => other !== region);
      return [
        region,
        host ? sourceOf(manifests, host, others, primaries) : undefined,
      ];
    }),
  );
}
