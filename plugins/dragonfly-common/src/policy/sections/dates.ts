import { ProblemLog } from '../problems';
import { Sourced } from '../types';

/** Reads a date. One that is written in another way is left out with a warning, since nothing is computed from it. */
export function readDate(
  written: Sourced<string> | undefined,
  subject: string,
  log: ProblemLog,
): Sourced<string> | undefined {
  if (!written) {
    return undefined;
  }
  if (!isDate(written.value)) {
    log.warn({
      subject,
      line: written.line,
      found: written.value,
      expected: 'a date as YYYY-MM-DD',
      remedy: 'Write it in this form; until then it is left out.',
    });
    return undefined;
  }
  return written;
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  // 2024-02-30 is parsed as the first of March by some engines and refused by others.
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}
