import { isDnsLabel } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';

const MOST_KEYS = 10;
const FIELD = /^[a-zA-Z]{1,40}$/;
const SECRETS_PLACE =
  'Secrets live in app-config: name an entry of dragonfly.credentials';

/**
 * Says of each thing wrong with an entry of the source: its key, its value, what was expected and what to do. Of a text
 * it does not show the value: the sentences reach everybody who may see the cache, and the text may be a host or a secret.
 *
 * @param key - of the entry, such as `caches.sessions`
 */
export function entryProblems(
  key: string,
  issues: z.core.$ZodIssue[],
  raw: unknown,
): string[] {
  return issues.map(issue => {
    const at = [key, ...issue.path.map(shownKey)].join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        return `${at} has unknown keys: ${issue.keys.slice(0, MOST_KEYS).map(shownKey).join(', ')}. ${SECRETS_PLACE}; correct or remove other keys.`;
      case 'invalid_key':
        return `${at} has a name that cannot be used; expected ${issue.issues[0]?.message}. Rename it in the inventory source.`;
      default:
        return sentence(at, valueAt(raw, issue.path), issue.message);
    }
  });
}

function sentence(at: string, value: unknown, expected: string): string {
  return value === undefined
    ? `${at} is missing; expected ${expected}. Add it to the inventory source.`
    : `${at} is ${shownValue(value)}; expected ${expected}. Correct it in the inventory source.`;
}

/** A key of the format or a checked name; anything else may be a host written in the wrong place. */
export function shownKey(key: PropertyKey): string {
  const text = String(key);
  return FIELD.test(text) || isDnsLabel(text) ? text : '(a name not shown)';
}

function shownValue(value: unknown): string {
  if (typeof value === 'string') {
    return value.trim() ? 'a text that cannot be used' : 'empty';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  return typeof value === 'object' && value !== null
    ? 'an object that cannot be used'
    : String(value);
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
