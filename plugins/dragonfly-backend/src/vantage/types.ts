import { Observation } from 'backstage-plugin-dragonfly-common';

/** A lease that is not renewed for this long is anybody's. */
export const LEASE_MS = 6_000;

/** An instance of the backend that is alive. */
export interface LiveInstance {
  id: string;
  /** Regions it can reach; all when absent. */
  regions?: readonly string[];
}

/** A region of a part of the fleet, as seen by an instance that does not judge that part. */
export interface Vantage {
  shard: number;
  region: string;
}

/** What was observed of one cache from a vantage, oldest first. */
export type Sighting = [entityRef: string, observations: Observation[]];

/** Everything that is written down for one vantage at one time. */
export interface VantageReport {
  vantage: Vantage;
  sightings: Sighting[];
}
