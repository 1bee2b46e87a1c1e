import { PolicyProblem } from './types';
import { quote } from '../words/quote';

interface Finding {
  /** Where in the document, in words, without an article: `use-case table, column "TTL"`. */
  subject: string;
  line?: number;
  expected: string;
  /** What the author of the ADR can do, as a sentence. */
  remedy: string;
}

/** Collects everything that is wrong with one ADR, so that its author sees all of it at once. */
export class ProblemLog {
  readonly #problems: PolicyProblem[] = [];

  private constructor() {}

  static create(): ProblemLog {
    return new ProblemLog();
  }

  /** Something is there and cannot be used. */
  wrong(finding: Finding & { found: string; line: number }): void {
    this.#add('error', finding);
  }

  /** Something required is not there. */
  missing(finding: Finding): void {
    this.#add('error', finding);
  }

  /** Something deserves attention and does not stop the policy. */
  warn(finding: Finding & { found?: string }): void {
    this.#add('warning', finding);
  }

  /** By line; what is missing from the whole document comes first. */
  get errors(): PolicyProblem[] {
    return this.#sorted('error');
  }

  /** By line; what is missing from the whole document comes first. */
  get warnings(): PolicyProblem[] {
    return this.#sorted('warning');
  }

  #add(
    severity: PolicyProblem['severity'],
    { remedy, found, ...finding }: Finding & { found?: string },
  ): void {
    const what = found === undefined ? 'nothing' : quoteOrEmpty(found);
    const where =
      finding.line === undefined ? 'the ADR' : `line ${finding.line}`;
    this.#problems.push({
      severity,
      ...finding,
      ...(found === undefined ? {} : { found }),
      message: `Found ${what} for ${finding.subject} in ${where}; expected ${finding.expected}. ${remedy}`,
    });
  }

  #sorted(severity: PolicyProblem['severity']): PolicyProblem[] {
    return this.#problems
      .filter(problem => problem.severity === severity)
      .sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  }
}

function quoteOrEmpty(found: string): string {
  return found === '' ? 'an empty value' : quote(found);
}
