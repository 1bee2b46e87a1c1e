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

/** What a directory of the container holds. */
export interface Mount {
  path: string;
  source:
    | { kind: 'scratch' }
    /** `files`: path below the mount by key; every key under its own name when absent. */
    | {
        kind: 'config-map' | 'secret';
        name: string;
        files?: Record<string, string>;
      };
}

/** The server that a StatefulSet describes. */
export interface Workload {
  name: string;
  arguments: string[];
  environment: EnvironmentVariable[];
  mounts: Mount[];
  /** `on-delete`: a changed pod template waits until somebody restarts the server. */
  updateStrategy: 'on-delete' | 'rolling';
  /** Parts of the pod that are not started here. */
  ignored: string[];
}

/** The rendered manifests of one region. */
export interface RegionManifests {
  region: string;
  workload: Workload;
  /** Data of ConfigMaps by name. */
  configMaps: Record<string, Record<string, string>>;
  /** Data of Secrets that are part of the manifests, by name. */
  secrets: SecretValues;
}

/** The rendered manifests of one cache. */
export interface CacheManifests {
  name: string;
  /** Reference of the catalog entity, when the manifests describe it. */
  entityRef?: string;
  /** Sorted by region. */
  regions: RegionManifests[];
}
