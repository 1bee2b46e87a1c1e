import { CacheSpec, FieldError } from '../types';
import { cacheSpecShape } from './cacheSpecShape';
import { EXPECTED, isExpectedField } from './expectations';
import { fieldError, fieldPath } from './fieldErrors';

/** More than this many errors help nobody, and a hostile request must not make a large answer. */
const MAX_ERRORS = 50;

type Issue = {
  code: string;
  path: PropertyKey[];
  message: string;
  keys?: string[];
};

function isIndexable(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      isIndexable(value) && Object.hasOwn(value, key) ? value[key] : undefined,
    input,
  );
}

function actionFor(path: readonly PropertyKey[]): string {
  const field = [...path].reverse().find(isExpectedField);
  return EXPECTED[field ?? 'spec'].todo;
}

function errorsOfIssue(input: unknown, issue: Issue): FieldError[] {
  if (issue.code !== 'unrecognized_keys') {
    return [
      fieldError(
        fieldPath(issue.path) || 'spec',
        valueAt(input, issue.path),
        issue.message,
        actionFor(issue.path),
      ),
    ];
  }
  return (issue.keys ?? []).slice(0, MAX_ERRORS).map(key => {
    const path = [...issue.path, key];
    return fieldError(
      fieldPath(path),
      valueAt(input, path),
      'no such field',
      'Remove the field; the fields of a request are listed in the documentation of CacheSpec.',
    );
  });
}

function withoutRepeats(errors: FieldError[]): FieldError[] {
  const seen = new Set<string>();
  return errors.filter(({ field }) => !seen.has(field) && seen.add(field));
}

/**
 * Reads anything as a cache request, looking at each field on its own.
 *
 * @returns the request with its references in lower case, or one error per offending field
 */
export function readShape(
  input: unknown,
): { ok: true; spec: CacheSpec } | { ok: false; errors: FieldError[] } {
  try {
    const result = cacheSpecShape.safeParse(input);
    if (result.success) return { ok: true, spec: result.data };
    const errors = result.error.issues.flatMap(issue =>
      errorsOfIssue(input, issue),
    );
    return { ok: false, errors: withoutRepeats(errors).slice(0, MAX_ERRORS) };
  } catch {
    // Only reading the input can fail here: a property that throws when it is read.
    const { is, todo } = EXPECTED.spec;
    return { ok: false, errors: [fieldError('spec', input, is, todo)] };
  }
}
