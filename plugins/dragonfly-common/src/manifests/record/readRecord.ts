import { z } from 'zod';
import { isNestingError } from '../../yaml/nesting';
import { parseYamlDocument } from '../../yaml/parseYaml';
import { fieldError, fieldPath } from '../spec/fieldErrors';
import { readShape } from '../spec/readShape';
import { FieldError } from '../types';
import { RECORD_PATH } from './paths';
import { recordShape } from './recordShape';
import { CacheRecord, CacheRecordResult } from './types';

/** No record of ours is nearly as long; more than that is not worth reading. */
const MAX_CHARACTERS = 512 * 1024;
const MAX_ERRORS = 20;

const RESTORE =
  'Restore the file from the last generated commit, or generate the manifests anew.';

function refused(errors: FieldError[]): CacheRecordResult {
  return { ok: false, errors: errors.slice(0, MAX_ERRORS) };
}

/** Plain data of a YAML text without aliases, or why it is not. */
function plainData(
  text: string,
): { ok: true; data: unknown } | { ok: false; error: FieldError } {
  if (text.length > MAX_CHARACTERS) {
    const expected = `a text of at most ${MAX_CHARACTERS} characters`;
    return {
      ok: false,
      error: fieldError(RECORD_PATH, text, expected, RESTORE),
    };
  }
  const document = parseYamlDocument(text);
  const [mistake] = document.errors;
  try {
    if (!mistake)
      return { ok: true, data: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    // An alias; the generator writes none, and expanding them could fill the memory.
  }
  const why = mistake && isNestingError(mistake) ? `: ${mistake.message}` : '';
  const line = mistake?.linePos?.[0].line;
  return {
    ok: false,
    error: fieldError(
      RECORD_PATH,
      text,
      `YAML of one document without aliases${line ? `, which it is not in line ${line}` : ''}${why}`,
      RESTORE,
    ),
  };
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    data,
  );
}

function errorsOf(data: unknown, error: z.ZodError): FieldError[] {
  return error.issues.map(({ path, message }) =>
    fieldError(
      fieldPath(path) || RECORD_PATH,
      valueAt(data, path),
      message,
      RESTORE,
    ),
  );
}

function checkNodes(
  regions: readonly string[],
  nodes: CacheRecord['nodes'],
): FieldError[] {
  const named = nodes.map(({ region }) => region).join(',');
  return named === regions.join(',') && new Set(regions).size === regions.length
    ? []
    : [
        fieldError(
          'nodes',
          named,
          `one node for each of the regions ${regions.join(',')}, in that order`,
          RESTORE,
        ),
      ];
}

/**
 * Reads the text of `cache-request.yaml`. Never throws; a text that is too long, aliases and paths that would lead out of
 * the folder are refused.
 *
 * @public
 */
export function readRecord(text: string): CacheRecordResult {
  const read = plainData(text);
  if (!read.ok) return refused([read.error]);
  const parsed = recordShape.safeParse(read.data);
  if (!parsed.success) return refused(errorsOf(read.data, parsed.error));
  const { request, roleFiles = {}, ...rest } = parsed.data;
  const { regions, ...asked } = request;
  const [primaryRegion, ...otherRegions] = regions;
  const checked = readShape({ ...asked, primaryRegion, otherRegions });
  if (!checked.ok) {
    return refused(
      checked.errors.map(error => ({
        ...error,
        field: `request.${error.field}`,
        message: error.message.replace('Field "', 'Field "request.'),
      })),
    );
  }
  const misplaced = checkNodes(regions, rest.nodes);
  if (misplaced.length > 0) return refused(misplaced);
  const { primaryRegion: _p, otherRegions: _o, ...recorded } = checked.spec;
  const { apiVersion: _a, kind: _k, ...record } = rest;
  return { ok: true, record: { ...record, request: recorded, roleFiles } };
}
