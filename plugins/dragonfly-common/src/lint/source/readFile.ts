import { ManifestFile } from '../../manifests/types';
import { UnreadFile } from '../types';
import { yamlFences } from './fences';
import { LIMITS } from './limits';
import { Line, ManifestNode } from './manifestNode';
import { readYaml } from './readYaml';

/** What one file holds. */
export interface FileContent {
  path: string;
  /** One root per YAML document. */
  roots: ManifestNode[];
  /** Lines of a `redis.conf`; empty for any other file. */
  configuration: Line[];
  unread: UnreadFile[];
}

const LINTED_EXTENSIONS = [
  '.yaml',
  '.yml',
  '.json',
  '.md',
  '.markdown',
  '.conf',
] as const;

/** Whether {@link lintManifests} reads a file of that name when it looks into a folder. @public */
export function isLinted(path: string): boolean {
  return LINTED_EXTENSIONS.some(extension => extension === extensionOf(path));
}

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.')
    ? name.slice(name.lastIndexOf('.')).toLowerCase()
    : '';
}

function readMarkdown(path: string, text: string): FileContent {
  const blocks = yamlFences(text).map(fence => ({
    fence,
    result: readYaml(fence.text, fence.firstLine),
  }));
  return {
    path,
    configuration: [],
    roots: blocks.flatMap(({ result }) => (result.ok ? result.roots : [])),
    unread: blocks.flatMap(({ fence, result }) =>
      result.ok
        ? []
        : [
            {
              path,
              reason: `The block that begins in line ${fence.firstLine} ${result.reason}.`,
            },
          ],
    ),
  };
}

function readDocuments(path: string, text: string): FileContent {
  const result = readYaml(text);
  return {
    path,
    configuration: [],
    roots: result.ok ? result.roots : [],
    unread: result.ok ? [] : [{ path, reason: `The file ${result.reason}.` }],
  };
}

function refused(path: string, reason: string): FileContent {
  return {
    path,
    roots: [],
    configuration: [],
    unread: [{ path, reason: `The file ${reason}.` }],
  };
}

/** Reads one file by its extension; a name without one is taken for YAML, as standard input is. Never throws. */
export function readFile({ path, content }: ManifestFile): FileContent {
  if (content.length > LIMITS.fileLength) {
    return refused(path, `is longer than ${LIMITS.fileLength} characters`);
  }
  const text = content.replaceAll('\r\n', '\n');
  if (text.includes('\0')) return refused(path, 'is not a text');
  switch (extensionOf(path)) {
    case '.md':
    case '.markdown':
      return readMarkdown(path, text);
    case '.conf':
      return {
        path,
        roots: [],
        unread: [],
        configuration: text
          .split('\n')
          .map((line, index) => ({ text: line, line: index + 1 })),
      };
    case '':
    case '.yaml':
    case '.yml':
    case '.json':
      return readDocuments(path, text);
    default:
      return refused(path, 'is neither YAML, JSON, Markdown nor a redis.conf');
  }
}
