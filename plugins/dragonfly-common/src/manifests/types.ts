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
  /** What the cache is expected to carry; memory, threads and backlog are computed from it where not given. */
  sizing?: SizingAnswers;
  consumers: CacheConsumer[];
  /** What makes the servers: kustomize's plain objects, or the Dragonfly operator (independent caches only). */
  flavour?: Flavour;
  /** `external-secret` when every region of the cache has a secret store, else `bring-your-own`, when absent. */
  secrets?: SecretsProvider;
  /** Encrypts clients and replication; true when the settings name an issuer, when absent. */
  tls?: boolean;
  /** How the regions reach each other; the settings decide when absent. */
  crossRegion?: CrossRegionAccess;
  /** Adds an Argo CD ApplicationSet; true when absent and the settings have Argo CD and all clusters, and the repository is known. */
  argoCd?: boolean;
  /** Where the files live; Argo CD reads them there. */
  repository?: CacheRepository;
}

/** What makes the servers of a cache. @public */
export type Flavour = 'kustomize' | 'operator';

/** How passwords get into the clusters. @public */
export type SecretsProvider = 'external-secret' | 'bring-your-own';

/**
 * How the regions reach each other: through an internal load balancer that the manifests ask for, or through a path
 * the platform has already (gateway, mesh), which the manifests only name. @public
 */
export type CrossRegionAccess = 'load-balancer' | 'external-name';

/** The repository and the folder in it that holds the folder of the cache. @public */
export interface CacheRepository {
  /** An `https://` address without credentials, query or fragment. */
  url: string;
  /** Relative, with forward slashes; the cache's files are below `<folder>/<name>`. */
  folder: string;
}

/** A few answers that memory, threads, backlog and timeouts are computed from. @public */
export interface SizingAnswers {
  /** Bytes of all keys and values together at their peak. */
  dataBytes: number;
  /** Writes per second at their peak, all regions together. */
  writesPerSecond: number;
  /** Longest cut between the regions, in seconds, after which replication should go on without a full resync. */
  toleratedCutSeconds: number;
  /** Round-trip time between the regions in milliseconds. */
  roundTripMilliseconds: number;
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
  /** Annotations that make a load balancer of this region's cloud internal. */
  loadBalancerAnnotations?: Record<string, string>;
  /** Where the region's External Secrets operator reads passwords. */
  secretStore?: SecretStoreSettings;
  /** The region's cluster as Argo CD knows it; by name or by API server. */
  cluster?: { name: string } | { server: string };
}

/** A store of the External Secrets operator. @public */
export interface SecretStoreSettings {
  kind: 'SecretStore' | 'ClusterSecretStore';
  name: string;
  /** Path of the cache's passwords in the store; `{{cache}}` stands for the cache's name. The same keys in every region. */
  path: string;
}

/** What watches the metrics of a cache. @public */
export interface MonitoringSettings {
  kind: 'PodMonitor' | 'ServiceMonitor';
  /** Labels that Prometheus selects monitors and rules by, for example `release: prometheus`. */
  labels: Record<string, string>;
  /** Labels that Grafana's sidecar selects dashboards by. */
  dashboardLabels: Record<string, string>;
}

/** The cert-manager issuer of the servers' certificates. @public */
export interface IssuerSettings {
  kind: 'Issuer' | 'ClusterIssuer';
  name: string;
}

/** Argo CD as the platform runs it. @public */
export interface ArgoCdSettings {
  /** Namespace of ApplicationSets. */
  namespace: string;
  project: string;
  /** Branch or tag that is deployed. */
  revision: string;
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
  /** Image with a shell and `valkey-cli` or `redis-cli`, pinned, for the start guard. */
  startGuardImage?: string;
  /** Used where a request does not choose; `external-name` when absent. */
  crossRegion?: CrossRegionAccess;
  /** PodMonitor and Grafana's usual label when absent. */
  monitoring?: MonitoringSettings;
  /** Without an issuer no cache can have TLS. */
  issuer?: IssuerSettings;
  /** Without it no cache can have an ApplicationSet. */
  argoCd?: ArgoCdSettings;
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
