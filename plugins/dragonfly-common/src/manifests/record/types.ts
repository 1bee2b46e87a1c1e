import { CacheSpec, FieldError, Topology } from '../types';

/** Where the server of one region is reached from other regions, as the files were generated. @public */
export interface RecordedNode {
  region: string;
  host: string;
  port: number;
}

/** A request as it was recorded: everything but which of its regions holds the primary. @public */
export type RecordedRequest = Omit<CacheSpec, 'primaryRegion' | 'otherRegions'>;

/** The record of a cache: what was asked for and what was generated from it. @public */
export interface CacheRecord {
  /** Version of the generator. */
  generator?: string;
  policyRevision: string;
  topology: Topology;
  request: RecordedRequest;
  /** One per region, in the order of the settings at that time. */
  nodes: RecordedNode[];
  /** Choices in force, also those that the request left to the policy or the settings. */
  choices: Record<string, string | number | boolean>;
  /** Digests by path of the generated files, in the words of `digestOf`. */
  files: Record<string, string>;
  /** Digests of the files that hold the roles, as they are while the first region holds the primary. */
  roleFiles: Record<string, string>;
}

/** Outcome of reading a record. @public */
export type CacheRecordResult =
  { ok: true; record: CacheRecord } | { ok: false; errors: FieldError[] };
