import { isRunbookUrlTemplate } from 'backstage-plugin-dragonfly-common';
import { z } from 'zod';
import { text } from './fields';

const URL_EXPECTED =
  'an https address without a login; the only placeholders are {{cache}} and {{anchor}}';

/** Where the runbooks of caches are kept. */
export const runbook = z.strictObject(
  {
    url: text(URL_EXPECTED)
      .refine(isRunbookUrlTemplate, { error: URL_EXPECTED })
      .optional(),
  },
  { error: 'an object with "url"' },
);
