import { Eviction } from 'backstage-plugin-dragonfly-common';
import { Address, Credentials } from './types';

/** What a node of the fleet is told, in words that do not depend on the server. */
export interface NodeSettings {
  directory: string;
  memoryBytes: number;
  eviction: Eviction;
  credentials: Credentials;
  /** Name under which a replica appears in its primary's list: its region. */
  announceAs: string;
  /** The primary this node copies; absent on a primary. */
  replicaOf?: Address;
}

/** Name of the snapshot, in the node's directory, that a restart with its data reads. */
export const SNAPSHOT_NAME = 'snapshot';
