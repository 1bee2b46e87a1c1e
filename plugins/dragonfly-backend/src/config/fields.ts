import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { isDnsLabel } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';

// The message of every check says what is expected, as the end of a sentence; `configProblems` writes the rest of it.

const HOST =
  /^(?:[a-z0-9]|:(?=:)|\{\{cache\}\})(?:[a-z0-9.:-]|\{\{cache\}\})*$/i;

export const label = z.string({ error: 'a DNS label' }).refine(isDnsLabel, {
  error:
    'a DNS label: 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit',
});

export function text(expected: string) {
  return z.string({ error: expected }).trim().min(1, { error: expected });
}

export const host = z.string({ error: 'a host name or address' }).regex(HOST, {
  error:
    'a host name or address without scheme and port; the only placeholder is {{cache}}',
});

// Environment variables put into the config arrive as text.
export const port = z.coerce
  .number({ error: 'a port from 1 to 65535' })
  .int({ error: 'a port from 1 to 65535' })
  .min(1, { error: 'a port from 1 to 65535' })
  .max(65535, { error: 'a port from 1 to 65535' });

export const toggle = z.union([z.boolean(), z.stringbool()], {
  error: 'true or false',
});

/** A duration in any form Backstage's config knows, as milliseconds. */
export const milliseconds = z
  .custom<JsonValue>(value => value !== undefined)
  .transform((value, context) => {
    try {
      const duration = durationToMilliseconds(
        readDurationFromConfig(new ConfigReader({ value }), { key: 'value' }),
      );
      if (duration > 0) {
        return duration;
      }
    } catch {
      // Reported below, with the key and the value.
    }
    context.addIssue({
      code: 'custom',
      message: 'a duration above zero such as { seconds: 2 }, "2s" or "PT2S"',
    });
    return z.NEVER;
  });

/** One of a few words. */
export function word<const Words extends readonly [string, ...string[]]>(
  ...words: Words
) {
  return z.enum(words, {
    error: words.map(each => JSON.stringify(each)).join(' or '),
  });
}

/** Texts by name, such as labels. */
export function texts(expected: string) {
  return z.record(z.string(), z.string({ error: expected }), {
    error: expected,
  });
}
