import { z } from 'zod';

/** What may hold a password, or an object with one by mistake. */
const SECRETS = new Set<PropertyKey>(['password', 'credentials', 'operations']);

/**
 * Says of each thing wrong with the config: its key, its value, what was expected and what to do. The value of a secret
 * is not shown.
 */
export function configProblems(
  issues: z.core.$ZodIssue[],
  raw: unknown,
): string[] {
  return issues.map(issue => problem(issue, raw));
}

function problem(issue: z.core.$ZodIssue, raw: unknown): string {
  const key = ['dragonfly', ...issue.path].join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${key} has unknown keys: ${issue.keys.join(', ')}. Correct the spelling or remove them from app-config.`;
    case 'invalid_key':
      return `${key} has a name that cannot be used; expected ${issue.issues[0]?.message}. Rename it in app-config.`;
    default:
      return sentence(key, valueAt(raw, issue.path), issue);
  }
}

function sentence(
  key: string,
  value: unknown,
  issue: z.core.$ZodIssue,
): string {
  if (value === undefined) {
    return `${key} is missing; expected ${issue.message}. Add it to app-config.`;
  }
  const shown = mayHoldSecret(issue.path)
    ? 'set to a value that cannot be used'
    : JSON.stringify(value);
  return `${key} is ${shown}; expected ${issue.message}. Correct it in app-config.`;
}

function mayHoldSecret(path: PropertyKey[]): boolean {
  return (
    SECRETS.has(path.at(-1) ?? '') ||
    (path[0] === 'credentials' && path.length <= 2)
  );
}

function valueAt(raw: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Reflect.get(value, key)
        : undefined,
    raw,
  );
}
