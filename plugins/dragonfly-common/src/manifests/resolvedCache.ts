import { Policy, UseCase } from '../policy/types';
import { NamedConsumer, nameConsumer } from './spec/consumerIds';
import { memoryOf, threadsOf } from './spec/memoryRules';
import { objectNames, ObjectNames } from './names';
import { SecretEntry } from './secretEntries';
import { OutputOptions, outputOptionsOf } from './spec/outputOptions';
import { CacheSpec, ManifestSettings, RegionSettings, Topology } from './types';

/** Port for people and operations; it also serves `/healthz` and `/metrics`. */
const ADMIN_PORT = 9999;

/** One region of a cache, with the role its server is declared to have there. */
export interface ResolvedRegion extends RegionSettings {
  role: 'primary' | 'replica';
  /** Name the region's server is reached under from other regions: `<cache>.<domain>`. */
  host: string;
}

/** A cache with every choice made: request, policy and settings put together. All objects are made from it. */
export interface ResolvedCache extends OutputOptions {
  name: string;
  spec: CacheSpec;
  policy: Policy;
  settings: ManifestSettings;
  useCase: UseCase;
  topology: Topology;
  /** Namespace of the servers. */
  namespace: string;
  names: ObjectNames;
  memoryBytes: number;
  threads: number;
  port: number;
  adminPort: number;
  /** The regions of the cache in the order of the settings, so that moving the primary does not reorder them. */
  regions: ResolvedRegion[];
  /** Every flag that comes from a Secret. */
  secrets: SecretEntry[];
  /** The one applications authenticate with (`--requirepass`). */
  password: SecretEntry;
  consumers: NamedConsumer[];
}

/** What is known once the request has been checked against the policy. */
export interface CacheChoice {
  useCase: UseCase;
  topology: Topology;
  secrets: SecretEntry[];
  password: SecretEntry;
}

function regionsOf(
  spec: CacheSpec,
  settings: ManifestSettings,
  topology: Topology,
): ResolvedRegion[] {
  const wanted = [spec.primaryRegion, ...spec.otherRegions];
  return settings.regions
    .filter(region => wanted.includes(region.name))
    .map(region => ({
      ...region,
      role:
        topology === 'independent' || region.name === spec.primaryRegion
          ? 'primary'
          : 'replica',
      host: `${spec.name}.${region.domain}`,
    }));
}

/** Puts a checked request, the policy and the settings together. */
export function assembleCache(
  spec: CacheSpec,
  choice: CacheChoice,
  policy: Policy,
  settings: ManifestSettings,
): ResolvedCache {
  const port = policy.primary.port.value;
  return {
    name: spec.name,
    spec,
    policy,
    settings,
    ...choice,
    ...outputOptionsOf(spec, settings),
    namespace: policy.primary.namespace.value,
    names: objectNames(spec.name),
    memoryBytes: memoryOf(spec, policy, settings),
    threads: threadsOf(spec, policy, settings),
    port,
    adminPort: port === ADMIN_PORT ? ADMIN_PORT + 1 : ADMIN_PORT,
    regions: regionsOf(spec, settings, choice.topology),
    consumers: spec.consumers.map(nameConsumer),
  };
}

/** The region of the primary; `independent` caches have one in every region, of which this is the first. */
export function primaryOf(cache: ResolvedCache): ResolvedRegion {
  const { primaryRegion } = cache.spec;
  const found = cache.regions.find(({ name }) => name === primaryRegion);
  if (!found) {
    throw new Error(
      `Found no region "${primaryRegion}" in cache "${cache.name}"; the request must be checked before it is assembled.`,
    );
  }
  return found;
}
