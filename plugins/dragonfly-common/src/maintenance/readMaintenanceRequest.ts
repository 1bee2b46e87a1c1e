import {
  DEFAULT_MAINTENANCE_MINUTES,
  LONGEST_MAINTENANCE_MINUTES,
  LONGEST_MAINTENANCE_NOTE,
} from './limits';
import { MaintenanceRequest } from './types';

/** Something wrong with what was declared. @public */
export interface MaintenanceRequestProblem {
  field: string;
  /** A whole sentence: the field, its value and what was expected. */
  message: string;
}

/** @public */
export type MaintenanceRequestResult =
  | { ok: true; request: MaintenanceRequest }
  | { ok: false; problems: MaintenanceRequestProblem[] };

const FIELDS = ['minutes', 'note'];
const SHOWN_CHARACTERS = 40;

/** Line breaks and the characters that turn the direction of text are no better than control characters. */
const CONTROL_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

function show(value: unknown): string {
  return [...(JSON.stringify(value) ?? 'undefined')]
    .slice(0, SHOWN_CHARACTERS)
    .join('');
}

function isMinutes(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 1 &&
    value <= LONGEST_MAINTENANCE_MINUTES
  );
}

function isNote(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    [...value].length <= LONGEST_MAINTENANCE_NOTE &&
    !CONTROL_CHARACTERS.test(value)
  );
}

/**
 * Reads what a person declares: `{ minutes?, note? }`. A note of blanks is none.
 *
 * @public
 */
export function readMaintenanceRequest(
  input: unknown,
): MaintenanceRequestResult {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = `The maintenance is ${show(input)}; expected an object with "minutes" and "note".`;
    return { ok: false, problems: [{ field: '', message }] };
  }
  const values = new Map<string, unknown>(Object.entries(input));
  const problems = [...values.keys()]
    .filter(field => !FIELDS.includes(field))
    .map(field => ({
      field,
      message: `Field ${show(field)} is not known; expected only "minutes" and "note".`,
    }));
  const minutes = values.get('minutes') ?? DEFAULT_MAINTENANCE_MINUTES;
  const note = values.get('note') ?? '';
  if (!isMinutes(minutes)) {
    problems.push({
      field: 'minutes',
      message: `Field "minutes" is ${show(minutes)}; expected a whole number from 1 to ${LONGEST_MAINTENANCE_MINUTES}.`,
    });
  }
  if (!isNote(note)) {
    problems.push({
      field: 'note',
      message: `Field "note" is ${show(note)}; expected one line of at most ${LONGEST_MAINTENANCE_NOTE} characters, without control characters.`,
    });
  }
  return problems.length === 0 && isMinutes(minutes) && isNote(note)
    ? { ok: true, request: { minutes, note: note.trim() || undefined } }
    : { ok: false, problems };
}
