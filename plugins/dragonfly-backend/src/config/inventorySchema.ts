import { z } from 'zod';
import { milliseconds, text } from './fields';

/** More often, and the portal would cost the source more than it tells. */
const SHORTEST_INTERVAL_MS = 250;

const source = z
  .strictObject(
    {
      url: text('the address of an inventory document').optional(),
      file: text('the path of an inventory document').optional(),
      refreshInterval: milliseconds
        .refine(value => value >= SHORTEST_INTERVAL_MS, {
          error: `a duration of at least ${SHORTEST_INTERVAL_MS} ms`,
        })
        .prefault({ seconds: 30 }),
    },
    { error: 'an object with either "url" or "file"' },
  )
  .transform(({ url, file, refreshInterval }, context) => {
    if (url && !file) {
      return { location: { kind: 'url' as const, url }, refreshInterval };
    }
    if (file && !url) {
      return { location: { kind: 'file' as const, file }, refreshInterval };
    }
    context.addIssue({
      code: 'custom',
      path: ['file'],
      message: 'exactly one of "url" and "file"',
    });
    return z.NEVER;
  });

/** Which caches there are and where. */
export const inventory = z.strictObject(
  {
    refreshInterval: milliseconds.prefault({ seconds: 10 }),
    source: source.optional(),
  },
  { error: 'an object with "refreshInterval" and "source"' },
);
