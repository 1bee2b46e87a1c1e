import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parsePolicy } from '../parsePolicy';
import { Policy, PolicyProblem } from '../types';

/** The ADR the portal ships with. */
export const ADR = readFileSync(
  resolve(__dirname, '../../../../../docs/adr/caching-with-dragonfly.md'),
  'utf8',
);

/** Replaces a part of a text that must be there exactly once, so that an edited ADR fails here and not elsewhere. */
export function edit(text: string, part: string, replacement: string): string {
  const pieces = text.split(part);
  if (pieces.length !== 2) {
    throw new Error(
      `Found ${JSON.stringify(part)} ${pieces.length - 1} times in the text; expected it once`,
    );
  }
  return pieces.join(replacement);
}

/** The policy of a text that must be one. */
export function policyOf(markdown: string): Policy {
  const result = parsePolicy(markdown);
  if (!result.ok) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  return result.policy;
}

/** The errors of a text; none when it is a policy. */
export function errorsOf(markdown: string): PolicyProblem[] {
  const result = parsePolicy(markdown);
  return result.ok ? [] : result.errors;
}

/** 1-based line of a part that must be in the text exactly once. */
export function lineWith(text: string, part: string): number {
  return edit(text, part, '\0').split('\0')[0].split('\n').length;
}

/** A copy without any `line`, for comparing what two differently laid out texts say. */
export function withoutLines(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) =>
      key === 'line' || key === 'lines' ? undefined : inner,
    ),
  );
}
