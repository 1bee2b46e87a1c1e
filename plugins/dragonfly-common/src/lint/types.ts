import { Finding, FindingSeverity } from '../findings';
import { Policy } from '../policy';

/** What {@link lintManifests} found. @public */
export interface LintReport {
  /** Sorted by path, line and rule. */
  findings: Finding[];
  /** Files that were read. */
  files: number;
  /** Kubernetes objects in them. */
  objects: number;
  /** Files, or parts of files, that could not be read, each with its reason; nothing was looked for in them. */
  unread: UnreadFile[];
}

/** A file, or a part of one, that could not be read. @public */
export interface UnreadFile {
  path: string;
  /** A sentence that says what was found and what to do. */
  reason: string;
}

/** What {@link lintManifests} may know beyond the files. @public */
export interface LintOptions {
  /** Adds the rules that compare with the ADR, and the use cases of caches that name theirs. */
  policy?: Policy;
}

/** One rule, for people; its check is not part of it. @public */
export interface LintRuleDescription {
  /** Stable, kebab-case: `role-in-arguments`. */
  id: string;
  severity: FindingSeverity;
  /** What the rule finds, without a full stop. */
  title: string;
  /** Why it bites, and when. */
  why: string;
  /** What to write instead. */
  fix: string;
}
