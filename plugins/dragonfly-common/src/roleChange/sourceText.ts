import {
  Document,
  isScalar,
  isMap,
  ParsedNode,
  Scalar,
  stringify,
  YAMLMap,
} from 'yaml';
import { ManifestFile } from '../manifests/types';
import { isNestingError } from '../yaml/nesting';
import { parseYamlDocuments } from '../yaml/parseYaml';
import { repositoryProblem } from './repositoryProblem';
import { RepositoryProblem } from './types';

/** A part of a text, from its first character to the one after its last. */
export interface TextRange {
  start: number;
  end: number;
}

/** One-based line of a position in a text. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** The text with one part of it replaced. */
export function replaced(
  text: string,
  { start, end }: TextRange,
  by: string,
): string {
  return `${text.slice(0, start)}${by}${text.slice(end)}`;
}

/** One value as the generator writes it in YAML. */
export function asYaml(value: string): string {
  return stringify(value, { compat: 'yaml-1.1', lineWidth: 0 }).trimEnd();
}

/** The YAML documents of a file that can be read, or what keeps them from being read. */
export function documentsOf(
  file: ManifestFile,
):
  | { ok: true; documents: Document.Parsed<ParsedNode>[] }
  | { ok: false; problem: RepositoryProblem } {
  const documents = parseYamlDocuments(file.content);
  const [mistake] = documents.flatMap(({ errors }) => errors);
  if (!mistake) return { ok: true, documents };
  return {
    ok: false,
    problem: repositoryProblem({
      code: 'file-unreadable',
      path: file.path,
      line: mistake.linePos?.[0].line,
      found: isNestingError(mistake)
        ? `text that nests too deeply (${mistake.message})`
        : 'text that is no YAML',
      expected: 'one Kubernetes object',
      remedy: 'Correct it, or restore the file from the last generated commit.',
    }),
  };
}

/** What keeps a file from being read as YAML; none when it can be. */
export function unreadable(file: ManifestFile): RepositoryProblem[] {
  const read = documentsOf(file);
  return read.ok ? [] : [read.problem];
}

function rangeOf(node: { range?: readonly number[] | null }) {
  const [start, end] = node.range ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** A text value of a document, with its place in the file. */
export function textAt(
  document: Document.Parsed,
  path: readonly string[],
): { value: string; node: Scalar; range: TextRange } | undefined {
  const node = document.getIn(path, true);
  const range = isScalar(node) ? rangeOf(node) : undefined;
  return isScalar(node) && typeof node.value === 'string' && range
    ? { value: node.value, node, range }
    : undefined;
}

/** A map of a document in block style, with its place in the file: from its first key to the end of its last value. */
export function mapAt(
  document: Document.Parsed,
  path: readonly string[],
): { node: YAMLMap; range: TextRange } | undefined {
  const node = document.getIn(path, true);
  const range = isMap(node) && !node.flow ? rangeOf(node) : undefined;
  return isMap(node) && range ? { node, range } : undefined;
}
