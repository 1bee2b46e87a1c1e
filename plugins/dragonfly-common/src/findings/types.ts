/** How bad a finding is: `error` breaks or loses data, `warning` will one day, `info` is worth knowing. @public */
export type FindingSeverity = 'error' | 'warning' | 'info';

/** Something in a manifest that is wrong, dangerous or not what the ADR says. @public */
export interface Finding {
  /** Stable, kebab-case: `role-in-arguments`. */
  rule: string;
  severity: FindingSeverity;
  /** Path of the file, relative, with forward slashes. */
  path: string;
  /** One-based line in the file; 1 when it is about the file as a whole. */
  line: number;
  /** `Kind namespace/name` of the object, when it is about one. */
  object?: string;
  /** One sentence: what is there, and what was expected. */
  message: string;
  /** Why it bites, and when. */
  why: string;
  /** What to write instead. */
  fix: string;
  /** Line of the ADR that says otherwise. */
  adrLine?: number;
}
