import { parseYamlDocuments } from '../../yaml/parseYaml';
import { isFields } from './fields';
import { ManifestObject } from './ManifestObject';

/** Something that keeps a file from being read. */
export interface Unreadable {
  path: string;
  line: number;
  message: string;
}

/** Outcome of reading a file. */
export type ReadResult =
  | { ok: true; object: ManifestObject }
  | { ok: false; mistakes: readonly Unreadable[] };

/** More than the files of a large cache, so that an answer in the wizard costs only the files that it changes. */
const REMEMBERED = 300;

const remembered = new Map<string, ReadResult>();

function read(path: string, content: string): ReadResult {
  const mistake = (message: string, line = 1): ReadResult => ({
    ok: false,
    mistakes: [{ path, line, message }],
  });
  const documents = parseYamlDocuments(content, { prettyErrors: false });
  if (documents.length !== 1) {
    return mistake('The file has not exactly one document.');
  }
  const [document] = documents;
  if (document.errors.length > 0) {
    return {
      ok: false,
      mistakes: document.errors.map(({ message, pos }) => ({
        path,
        line: content.slice(0, pos[0]).split('\n').length,
        message: `The file is not YAML: ${message}.`,
      })),
    };
  }
  const fields: unknown = document.toJS();
  return isFields(fields)
    ? { ok: true, object: new ManifestObject(path, fields, content) }
    : mistake('The file holds no object.');
}

/**
 * Reads the one object of a YAML file. The same text gives the same object again, so it must not be changed: reading is
 * most of what validation costs, and while somebody types most files stay as they are.
 */
export function readObject(path: string, content: string): ReadResult {
  const key = `${path}\n${content}`;
  const known = remembered.get(key);
  if (known) return known;
  const result = read(path, content);
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED) remembered.delete(oldest);
  remembered.set(key, result);
  return result;
}
