import { z } from 'zod';
import { DNS_LABEL, DNS_NAME, VISIBLE_LINE } from '../spec/patterns';

/** How a record begins. */
export const RECORD_HEAD = {
  apiVersion: 'dragonflydb.io/cache-request-v1',
  kind: 'CacheRequest',
} as const;

// Relative, with forward slashes, and no part that starts with a dot: it must not lead out of the folder.
const PATH =
  /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,9}$/;

const EXPECTED = {
  line: 'one line of visible text of at most 500 characters',
  topology: '"replicated" or "independent"',
  request:
    'the fields of a cache request, with "regions" in place of "primaryRegion" and "otherRegions"',
  nodes: 'a list of 1 to 21 nodes, each with "region", "host" and "port"',
  choices: 'at most 50 choices, each a text, a number, true or false',
  files:
    'at most 2000 relative paths, each with "sha256:" and 64 hexadecimal digits',
} as const;

const line = z
  .string({ error: EXPECTED.line })
  .max(500, { error: EXPECTED.line })
  .regex(VISIBLE_LINE, { error: EXPECTED.line });

const region = z
  .string({ error: EXPECTED.nodes })
  .regex(DNS_LABEL, { error: EXPECTED.nodes });

const node = z.object(
  {
    region,
    host: z
      .string({ error: EXPECTED.nodes })
      .regex(DNS_NAME, { error: EXPECTED.nodes }),
    port: z
      .int({ error: EXPECTED.nodes })
      .min(1, { error: EXPECTED.nodes })
      .max(65535, { error: EXPECTED.nodes }),
  },
  { error: EXPECTED.nodes },
);

function atMost(limit: number, expected: string) {
  return z
    .record(z.string(), z.unknown(), { error: expected })
    .refine(entries => Object.keys(entries).length <= limit, {
      error: expected,
    });
}

const digests = atMost(2000, EXPECTED.files).pipe(
  z.record(
    z.string().max(300, { error: EXPECTED.files }).regex(PATH, {
      error: EXPECTED.files,
    }),
    z
      .string({ error: EXPECTED.files })
      .regex(/^sha256:[0-9a-f]{64}$/, { error: EXPECTED.files }),
    { error: EXPECTED.files },
  ),
);

/**
 * The shape of a record. Fields that a newer generator adds are left out; the request is checked on its own, as strictly
 * as any other. The message of every issue is the text of what was expected.
 */
export const recordShape = z.object(
  {
    apiVersion: z.literal(RECORD_HEAD.apiVersion, {
      error: `"${RECORD_HEAD.apiVersion}"`,
    }),
    kind: z.literal(RECORD_HEAD.kind, { error: `"${RECORD_HEAD.kind}"` }),
    generator: line.optional(),
    policyRevision: line,
    topology: z.enum(['replicated', 'independent'], {
      error: EXPECTED.topology,
    }),
    request: z.looseObject(
      {
        regions: z
          .array(region, { error: EXPECTED.request })
          .min(1, { error: EXPECTED.request })
          .max(21, { error: EXPECTED.request }),
      },
      { error: EXPECTED.request },
    ),
    nodes: z
      .array(z.unknown(), { error: EXPECTED.nodes })
      .min(1, { error: EXPECTED.nodes })
      .max(21, { error: EXPECTED.nodes })
      .pipe(z.array(node)),
    choices: atMost(50, EXPECTED.choices).pipe(
      z.record(
        line,
        z.union([line, z.number(), z.boolean()], { error: EXPECTED.choices }),
        { error: EXPECTED.choices },
      ),
    ),
    files: digests,
    roleFiles: digests.optional(),
  },
  { error: 'a record as the generator writes it' },
);
