import { ProblemLog } from '../problems';
import { PolicyStatus, Sourced } from '../types';

const STATUSES: readonly PolicyStatus[] = [
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
];
const EXPECTED =
  '"Proposed", "Accepted", "Rejected", "Deprecated", "Superseded" or "Superseded by ..."';
const NO_LONGER_IN_FORCE: readonly PolicyStatus[] = [
  'rejected',
  'deprecated',
  'superseded',
];

/** Reads the status; one that is no longer in force is a warning. */
export function readStatus(
  written: Sourced<string> | undefined,
  log: ProblemLog,
): Sourced<PolicyStatus> | undefined {
  if (!written) {
    log.missing({
      subject: 'status',
      expected: `a line "**Status:** ..." with ${EXPECTED}`,
      remedy: 'Add it under the title.',
    });
    return undefined;
  }
  const status = statusOf(written.value);
  if (!status) {
    log.wrong({
      subject: 'status',
      line: written.line,
      found: written.value,
      expected: EXPECTED,
      remedy: 'Write one of these words.',
    });
    return undefined;
  }
  if (NO_LONGER_IN_FORCE.includes(status)) {
    log.warn({
      subject: 'status',
      line: written.line,
      found: written.value,
      expected: '"Accepted" for a policy in force',
      remedy: 'Read the decision that replaces this one, or restore this one.',
    });
  }
  return { value: status, line: written.line };
}

function statusOf(text: string): PolicyStatus | undefined {
  // "Accepted", "Accepted.", "Accepted (2024-05-01)", "Superseded by ADR-12", with a sign in front if need be.
  const match =
    /^[^\p{L}]*(\p{L}+)(?:[\s.]*$|\s*\([^)]*\)\s*$|(\s+by\s+\S))/u.exec(text);
  const word = match?.[1].toLowerCase();
  const status = STATUSES.find(known => known === word);
  return match?.[2] !== undefined && status !== 'superseded'
    ? undefined
    : status;
}
