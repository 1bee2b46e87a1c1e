/** One flag of the server's command line. */
export interface CommandArgument {
  /** Without dashes. */
  flag: string;
  value: string;
  /** Id of the deviation that explains the flag where it differs from the ADR; absent when the ADR says the same. */
  deviation?: DeviationOfArgument;
}

/** The deviations that are visible in the server's command line. */
export type DeviationOfArgument =
  | 'role-outside-pod-template'
  | 'explicit-port'
  | 'admin-port'
  | 'acl-users'
  | 'memory-as-asked'
  | 'threads-bounded'
  | 'cache-mode-per-use-case'
  | 'no-snapshot'
  | 'log-to-stderr'
  | 'no-version-check'
  | 'replica-survives-empty-primary'
  | 'replication-tuning'
  | 'tls';
