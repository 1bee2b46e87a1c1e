/** A value together with the 1-based line of the ADR it was read from. @public */
export interface Sourced<T> {
  value: T;
  line: number;
}

/** Status of the decision record, as ADR practice names them. @public */
export type PolicyStatus =
  'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded';

/**
 * What happens when memory is full: `lru` evicts (the ADR's "LRU"), `fixed` refuses writes (the ADR's "Fixed").
 *
 * @public
 */
export type Eviction = 'lru' | 'fixed';

/**
 * Whether a use case needs a copy in another region: `required` ("Yes"), `local` ("No (local)": one primary per
 * region, no replication), `optional` ("Optional": whoever asks for the cache decides).
 *
 * @public
 */
export type DisasterRecovery = 'required' | 'local' | 'optional';

/** One row of the ADR's use-case table. @public */
export interface UseCase {
  /** Stable id made from the title, for example `session-cache`. */
  id: string;
  title: string;
  ttl: { seconds: number; text: string };
  eviction: Eviction;
  disasterRecovery: DisasterRecovery;
  /** Cells of columns the policy gives no meaning to, by heading. */
  otherColumns: Record<string, string>;
  line: number;
}

/** One `--flag=value` of the ADR's server arguments. @public */
export interface ServerArgument {
  /** Without leading dashes, for example `maxmemory`. */
  flag: string;
  /** Absent when the flag was written without a value. */
  value?: string;
  line: number;
}

/** An environment variable of the ADR's container, fed from a Secret. @public */
export interface SecretVariable {
  variable: string;
  secretName: string;
  secretKey: string;
  line: number;
}

/** What the ADR prescribes for the server of one role: the StatefulSet of one of its fenced YAML blocks. @public */
export interface ServerTemplate {
  name: Sourced<string>;
  namespace: Sourced<string>;
  image: Sourced<string>;
  arguments: ServerArgument[];
  /** Container port; the ADR's replica block declares none and inherits the primary's. */
  port: Sourced<number>;
  /** `--maxmemory`, in bytes. */
  memoryBytes: Sourced<number>;
  /** `--cache_mode`. */
  cacheMode: Sourced<boolean>;
  secrets: SecretVariable[];
  /** Line of the `yaml` fence. */
  line: number;
}

/** A row of the "Characteristics" table. @public */
export interface Characteristic {
  aspect: string;
  value: string;
  line: number;
}

/** A row of the rationale table. @public */
export interface RationaleOption {
  name: string;
  selected: boolean;
  /** Cells by heading. */
  cells: Record<string, string>;
  /** Cells beyond the headings, for example the `**Selected**` of the chosen row. */
  extraCells: string[];
  line: number;
}

/** A row of the monitoring table. @public */
export interface MonitoredMetric {
  metric: string;
  description: string;
  line: number;
}

/** A link of the "Related" section. @public */
export interface RelatedLink {
  title: string;
  target: string;
  /** `target` resolved against the ADR's own URL, when that is known. */
  url?: string;
  line: number;
}

/**
 * A place where the ADR contradicts itself or the server it is about. Never an error: the ADR stays the authority,
 * the reader sees the difference.
 *
 * @public
 */
export interface PolicyNote {
  code:
    | 'NODE_COUNT_CONTRADICTION'
    | 'PRIMARY_HOST_SPELLINGS'
    | 'LAG_UNIT'
    | 'METRIC_UNKNOWN_TO_SERVER'
    | 'RAGGED_ROW'
    | 'EVICTION_WORD'
    | 'EVICTION_CONTRADICTION'
    | 'IMAGE_NOT_PINNED';
  message: string;
  lines: number[];
}

/** Something in the ADR's text that could not be used, with what was expected. @public */
export interface PolicyProblem {
  severity: 'error' | 'warning';
  /** Where in the document, in words: `use-case table, column "TTL"`. */
  subject: string;
  /** 1-based; absent when the problem is that something is missing from the whole document. */
  line?: number;
  found?: string;
  expected: string;
  /** A whole sentence: what was found, where, what was expected and what to do. */
  message: string;
}

/** The organisation's decision record on caching, parsed. @public */
export interface Policy {
  title: string;
  status: Sourced<PolicyStatus>;
  /** ISO dates (`YYYY-MM-DD`). */
  dates: { created?: Sourced<string>; updated?: Sourced<string> };
  context?: Sourced<string>;
  decision?: Sourced<string>;
  useCases: UseCase[];
  primary: ServerTemplate;
  replica: ServerTemplate;
  /** `host:port` of the replica's `--replicaof`, as written. */
  replicaOf: Sourced<string>;
  characteristics: Characteristic[];
  /** Commands of the "DR Strategy" and "Failover" fences, comments left out. */
  commands: { attach: Sourced<string>[]; promote: Sourced<string>[] };
  rationale: { options: RationaleOption[]; factors: Sourced<string>[] };
  monitoring: MonitoredMetric[];
  consequences: { positive: Sourced<string>[]; negative: Sourced<string>[] };
  links: RelatedLink[];
  notes: PolicyNote[];
}

/**
 * Outcome of reading an ADR. A policy in force may still carry warnings; with an error there is no policy.
 *
 * @public
 */
export type PolicyResult =
  | { ok: true; policy: Policy; warnings: PolicyProblem[] }
  | { ok: false; errors: PolicyProblem[]; warnings: PolicyProblem[] };
