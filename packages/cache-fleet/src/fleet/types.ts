import { Eviction, Topology } from 'backstage-plugin-dragonfly-common';
import { SecretValues } from '../apply';
import { CacheServer } from '../servers/types';

/** Receives one line for everything a fleet does. @public */
export type FleetLog = (line: string) => void;

/** Options of {@link Fleet.create}. @public */
export interface FleetOptions {
  /** The server to start; found by {@link findCacheServer} when absent. */
  server?: CacheServer;
  /** Where the servers keep their files; a temporary directory, removed at the end, when absent. */
  directory?: string;
  log?: FleetLog;
  /**
   * How long the start guard of applied manifests waits for regions that do not answer; 2 when absent, because here a
   * region that answers does so at once. The manifests' own time is for networks.
   */
  guardDeadlineSeconds?: number;
}

/** Where and with what the servers of a cache are started. */
export interface StartContext {
  server: CacheServer;
  /** Holds one directory for each cache. */
  directory: string;
  log: FleetLog;
  guardDeadlineSeconds: number;
}

/** What {@link Fleet.startCache} is asked for. @public */
export interface CacheRequest {
  /** A DNS label, unique in the fleet. */
  name: string;
  topology: Topology;
  /** One node is started in each; when `replicated`, the first region has the primary. */
  regions: string[];
  /** Reference of the cache's catalog entity; `resource:default/<name>` when absent. */
  entityRef?: string;
  /** Limit of the data set; 64 MiB when absent. Dragonfly gets at least 256 MiB. */
  memoryBytes?: number;
  /** What happens when memory is full; `lru` when absent. */
  eviction?: Eviction;
  /** Puts a proxy before each node for those who watch it: `node.front`, used in the config file. */
  fronts?: boolean;
}

/** Options of {@link Fleet.apply}. @public */
export interface ApplyOptions {
  /**
   * Values of the Secrets that the manifests expect to exist; what is missing is made up and kept. Give the ACL file along
   * with a new password, unless an ExternalSecret makes it.
   */
  secrets?: SecretValues;
}
