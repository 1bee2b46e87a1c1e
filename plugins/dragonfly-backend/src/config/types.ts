import { ManifestSettings, Retention } from 'backstage-plugin-dragonfly-common';

/** What a user of a server logs in with. */
export interface NodeLogin {
  username?: string;
  password?: string;
  passwordFile?: string;
}

/** How a node is trusted and logged in to. */
export interface NodeCredentials extends NodeLogin {
  caFile?: string;
  /** Of the user for operations, who may do more than watch. */
  operations?: NodeLogin;
}

/** One node of app-config or the inventory source; `{{cache}}` in host and password files is not yet replaced. */
export interface NodeTemplate extends NodeCredentials {
  host: string;
  port: number;
  tls: boolean;
}

/** Templates by region. */
export type NodeTemplates = Map<string, NodeTemplate>;

/** Where one cache is, when app-config or the inventory source names it. */
export interface CacheSettings {
  /** Full reference of the entity the name is bound to. */
  entityRef?: string;
  nodes?: NodeTemplates;
}

/** Where the inventory document is. */
export type SourceLocation =
  { kind: 'url'; url: string } | { kind: 'file'; file: string };

/** The document beside app-config that says where caches are. */
export interface InventorySourceSettings {
  location: SourceLocation;
  /** Milliseconds from one reading to the next. */
  refreshMs: number;
}

export interface MonitorSettings {
  intervalMs: number;
  /** Shorter than the interval. */
  timeoutMs: number;
  /** Regions this instance can reach; all when absent. */
  regions?: readonly string[];
  lag: LagSettings;
}

/** What may be done to tell lag in time beyond what the user for watching may ask. */
export interface LagSettings {
  /** Whether a Dragonfly is asked for its position in the journal, with the credentials for operations. */
  positions: boolean;
  /** Milliseconds between two writes of the portal's keys; absent when none are written. */
  heartbeatIntervalMs?: number;
}

/** Everything under `dragonfly` in app-config but the ADR's place, checked. */
export interface Settings {
  manifests: ManifestSettings;
  inventoryRefreshMs: number;
  /** Absent where app-config alone says where caches are. */
  inventorySource?: InventorySourceSettings;
  monitor: MonitorSettings;
  lagThresholdSeconds: {
    standard: number;
    byUseCase: Record<string, number>;
  };
  retention: Retention;
  /** Where runbooks are kept when not beside the entities; `{{cache}}` and `{{anchor}}` are not yet replaced. */
  runbookUrl?: string;
  /** By the name that nodes refer to. */
  credentials: Map<string, NodeCredentials>;
  profiles: Map<string, NodeTemplates>;
  caches: Map<string, CacheSettings>;
}
