import { z } from 'zod';
import { label, nodeAddress, normalizedRef, text } from '../../config';
import { entryProblems, shownKey } from './entryProblems';
import { readDocument } from './readDocument';
import { ParsedDocument, ParsedEntry } from './types';

const REF = 'a full entity reference such as resource:default/sessions';

const node = z.strictObject(nodeAddress, { error: 'an object with "host"' });

const nodes = z.record(label, node, {
  error: 'an object with a node for each region',
});

const profile = z.strictObject({ nodes }, { error: 'an object with "nodes"' });

const cache = z.strictObject(
  {
    entityRef: text(REF)
      .transform((ref, context) => {
        const full = normalizedRef(ref);
        if (full === undefined) {
          context.addIssue({ code: 'custom', message: REF });
          return z.NEVER;
        }
        return full;
      })
      .optional(),
    nodes,
  },
  { error: 'an object with "nodes"' },
);

const entries = (expected: string) =>
  z.record(z.string(), z.unknown(), { error: expected });

const document = z.strictObject(
  {
    version: z.literal(1, { error: '1' }),
    caches: entries('an object with an entry for each cache'),
    profiles: entries('an object with an entry for each profile').default({}),
  },
  { error: 'an object with "version" and "caches"' },
);

/** A document of the inventory source, or why it is none, as the end of a sentence that may be shown to everybody. */
export type SourceResult =
  { ok: true; document: ParsedDocument } | { ok: false; reason: string };

/**
 * Reads the text of an inventory source, YAML or JSON. Every entry is read on its own, so that a bad one does not take
 * down the others. Whether regions and credentials exist is for `settleSource`. Never throws.
 */
export function parseInventorySource(content: string): SourceResult {
  const read = readDocument(content);
  if (!read.ok) {
    return read;
  }
  const parsed = document.safeParse(read.value);
  if (!parsed.success) {
    return {
      ok: false,
      reason: entryProblems('it', parsed.error.issues, read.value).join(' '),
    };
  }
  const { caches, profiles } = parsed.data;
  return {
    ok: true,
    document: {
      caches: parseEntries('caches', caches, label, cache),
      profiles: parseEntries('profiles', profiles, text('a name'), profile),
    },
  };
}

function parseEntries<Entry>(
  key: string,
  written: Record<string, unknown>,
  name: z.ZodType<string>,
  schema: z.ZodType<Entry>,
): Map<string, ParsedEntry<Entry>> {
  return new Map(
    Object.entries(written).map(([each, raw]) => {
      const at = `${key}.${shownKey(each)}`;
      const named = name.safeParse(each);
      if (!named.success) {
        const [issue] = named.error.issues;
        const problem = `${at} has a name that cannot be used; expected ${issue.message}. Rename it in the inventory source.`;
        return [each, { ok: false, problems: [problem] }];
      }
      const parsed = schema.safeParse(raw);
      return [
        each,
        parsed.success
          ? { ok: true, entry: parsed.data }
          : {
              ok: false,
              problems: entryProblems(at, parsed.error.issues, raw),
            },
      ];
    }),
  );
}
