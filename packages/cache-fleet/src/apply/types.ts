/** One setting of the manifests that the server at hand does not have. @public */
export interface UntranslatedArgument {
  /** As written, for example `--proactor_threads=2`; for anything but an argument, what it is. */
  argument: string;
  /** Region whose manifests have it. */
  region: string;
  /** What the server at hand does instead, or why it does not matter here. */
  reason: string;
}

/** Values of Secrets: by the Secret's name, then by key. @public */
export type SecretValues = Record<string, Record<string, string>>;

/** Where the value of an environment variable comes from. */
export type EnvironmentVariable =
  | { name: string; kind: 'value'; value: string }
  | { name: string; kind: 'secret'; secretName: string; key: string };

/** What a volume of the pod holds. */
export type VolumeSource =
  /** A directory that containers write to; empty in a new pod. */
  | { kind: 'scratch' }
  /** `files`: path below the mount by key; every key under its own name when absent. */
  | {
      kind: 'config-map' | 'secret';
      name: string;
      files?: Record<string, string>;
      /** What does not exist is left out. */
      optional?: boolean;
    };

/** What a directory of a container holds. */
export interface Mount {
  path: string;
  /** Name of the volume; containers that mount the same one see the same files. */
  volume: string;
  source: VolumeSource;
}

/** A container that runs before the server (`init`), or from before it until after it (`sidecar`). */
export interface InitContainer {
  name: string;
  kind: 'init' | 'sidecar';
  /** The program and its arguments. */
  command: string[];
  environment: EnvironmentVariable[];
  mounts: Mount[];
  /** A command that succeeds once the next container may start; a sidecar without one has started at once. */
  startupProbe?: string[];
}

/** The server that a StatefulSet describes. */
export interface Workload {
  name: string;
  arguments: string[];
  environment: EnvironmentVariable[];
  mounts: Mount[];
  /** In the order they are started. */
  initContainers: InitContainer[];
  /** `on-delete`: a changed pod template waits until somebody restarts the server. */
  updateStrategy: 'on-delete' | 'rolling';
  /** Parts of the pod that are not started here. */
  ignored: string[];
}

/** A Secret that the External Secrets operator would make. */
export interface ExternalSecret {
  /** Name of the Secret. */
  secretName: string;
  /** Property of the secret store by key of the Secret. */
  properties: Record<string, string>;
  /** Templates by key, for keys that are made of the others. */
  templates: Record<string, string>;
}

/** A Secret that cert-manager would make. */
export interface Certificate {
  /** Name of the Secret, with the keys `tls.crt`, `tls.key` and `ca.crt`. */
  secretName: string;
  dnsNames: string[];
}

/** The rendered manifests of one region. */
export interface RegionManifests {
  region: string;
  workload: Workload;
  /** Data of ConfigMaps by name. */
  configMaps: Record<string, Record<string, string>>;
  /** Data of Secrets that are part of the manifests, by name. */
  secrets: SecretValues;
  externalSecrets: ExternalSecret[];
  certificates: Certificate[];
  /** Objects that nothing on this machine reads, each as `PodMonitor sessions`. */
  unread: string[];
}

/** The rendered manifests of one cache. */
export interface CacheManifests {
  name: string;
  /** Reference of the catalog entity, when the manifests describe it. */
  entityRef?: string;
  /** Sorted by region. */
  regions: RegionManifests[];
}
