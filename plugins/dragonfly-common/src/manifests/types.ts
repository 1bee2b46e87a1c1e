/** How the servers of a cache relate to each other. @public */
export type Topology = 'replicated' | 'independent';

/** A component that uses the cache. @public */
export interface CacheConsumer {
  /** Full reference of a catalog entity, for example `component:default/checkout`. */
  entityRef: string;
  /** Kubernetes namespace the component runs in; the entity's name when absent. */
  namespace?: string;
}

/** What somebody asks for in the Create wizard. Everything else comes from the policy and the settings. @public */
export interface CacheSpec {
  /** A DNS label of at most 40 characters (suffixes such as `-write` are added to it). */
  name: string;
  description?: string;
  /** Full reference of a User or Group, for example `group:default/identity`. */
  owner: string;
  /** Full reference of a System. */
  system?: string;
  /** Id of a use case of the policy. */
  useCase: string;
  /**
   * Needed only where the policy leaves the choice ("Optional"); where it does not, it may be absent or must agree.
   */
  topology?: Topology;
  /** Region of the primary; for `independent`, simply the first region. */
  primaryRegion: string;
  /** The other regions: replicas when `replicated`, further primaries when `independent`. */
  otherRegions: string[];
  /** Limit of the data set in bytes; the policy's `--maxmemory` when absent. */
  memoryBytes?: number;
  /** Server threads; the largest number the memory allows, at most 2, when absent. */
  threads?: number;
  consumers: CacheConsumer[];
}

/** One region as the platform team configured it. @public */
export interface RegionSettings {
  /** A DNS label, the key of `dragonfly.regions`. */
  name: string;
  title: string;
  /** DNS suffix under which the region's caches are reached from other regions: `<cache>.<domain>`. */
  domain: string;
  /** Address ranges the other regions' pods connect from; used by the NetworkPolicy. */
  cidrs: string[];
}

/** What the platform team decides for all caches, from app-config. @public */
export interface ManifestSettings {
  regions: RegionSettings[];
  /** Pinned image, tag or digest. */
  image: string;
  /** Version of the server in the image, which decides the flags that exist. */
  serverVersion: string;
  /** Labels of the namespace monitoring and the portal connect from. */
  monitoringNamespace: string;
}

/** One generated file; `path` is relative, with forward slashes. @public */
export interface ManifestFile {
  path: string;
  content: string;
}

/** One difference between the ADR's text and what is generated, and why. @public */
export interface Deviation {
  /** Stable, kebab-case: `role-outside-pod-template`. */
  id: string;
  /** What the ADR says, with its line; absent when the ADR is silent. */
  adr?: { text: string; line: number };
  generated: string;
  reason: string;
}

/** Why a spec cannot be rendered: one entry per offending field. @public */
export interface FieldError {
  /** Path in the spec: `name`, `consumers[1].entityRef`. */
  field: string;
  /** The offending value, shortened and with control characters escaped. */
  value: string;
  expected: string;
  /** A whole sentence: the field, the value, what was expected and what to do. */
  message: string;
}

/** The manifests of one cache. @public */
export interface RenderedManifests {
  /** Sorted by path. */
  files: ManifestFile[];
  deviations: Deviation[];
  /** The topology in force after policy and spec were put together. */
  topology: Topology;
  /** One line for people: `sessions: primary in Frankfurt, replica in Dublin, 2 GiB, LRU, TTL 24h`. */
  summary: string;
}

/** Outcome of rendering. @public */
export type ManifestResult =
  ({ ok: true } & RenderedManifests) | { ok: false; errors: FieldError[] };

/** Where the generated files come from, for their README. @public */
export interface Provenance {
  /** Revision of the ADR that the policy was parsed from. */
  policyRevision: string;
  /** Version of the generator. */
  generatorVersion?: string;
}
