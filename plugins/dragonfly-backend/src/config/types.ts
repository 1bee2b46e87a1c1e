import { ManifestSettings } from 'backstage-plugin-dragonfly-common';

/** One node of app-config; `{{cache}}` in host and password file is not yet replaced. */
export interface NodeTemplate {
  host: string;
  port: number;
  tls: boolean;
  caFile?: string;
  username?: string;
  password?: string;
  passwordFile?: string;
}

/** Templates by region. */
export type NodeTemplates = Map<string, NodeTemplate>;

/** Where one cache is, when app-config names it. */
export interface CacheSettings {
  /** Full reference of the entity the name is bound to. */
  entityRef?: string;
  nodes?: NodeTemplates;
}

export interface MonitorSettings {
  intervalMs: number;
  /** Shorter than the interval. */
  timeoutMs: number;
}

/** Everything under `dragonfly` in app-config but the ADR's place, checked. */
export interface Settings {
  manifests: ManifestSettings;
  inventoryRefreshMs: number;
  monitor: MonitorSettings;
  lagThresholdSeconds: {
    standard: number;
    byUseCase: Record<string, number>;
  };
  profiles: Map<string, NodeTemplates>;
  caches: Map<string, CacheSettings>;
}
