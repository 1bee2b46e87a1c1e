import { CacheSettings, NodeTemplates } from '../../config';

/** Where one node is, as the source writes it. */
export interface SourceNode {
  host: string;
  port: number;
  tls: boolean;
  /** Name of an entry of `dragonfly.credentials`. */
  credentials?: string;
}

/** A profile as the source writes it: nodes by region. */
export interface SourceProfile {
  nodes: Record<string, SourceNode>;
}

/** A cache as the source writes it. */
export interface SourceCache extends SourceProfile {
  entityRef?: string;
}

/** One entry of a document, or what is wrong with it as sentences without any value that may be a host or secret. */
export type ParsedEntry<Entry> =
  { ok: true; entry: Entry } | { ok: false; problems: string[] };

/** A document whose entries were read one by one. */
export interface ParsedDocument {
  caches: Map<string, ParsedEntry<SourceCache>>;
  profiles: Map<string, ParsedEntry<SourceProfile>>;
}

/** What the source contributes to the settings, and what is wrong with it. */
export interface SourceInventory {
  caches: Map<string, CacheSettings>;
  profiles: Map<string, NodeTemplates>;
  /** Sentences by the name of the entry. */
  problems: { caches: Map<string, string>; profiles: Map<string, string> };
}
