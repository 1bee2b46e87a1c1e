import { ROLE_FILE } from '../manifests/roleConfigMap';
import { ManifestFile } from '../manifests/types';
import { quote } from '../words/quote';
import { repositoryProblem } from './repositoryProblem';
import { documentsOf, lineAt, replaced, textAt, TextRange } from './sourceText';
import { RepositoryProblem } from './types';

const REPLICA_OF = /^--replicaof=(\S+)$/;
const SIMILAR = /^-{0,2}(?:replicaof|slaveof)\b/;
const ROLE_COMMENT = /^# (?:primary|replica)$/;

/** What the role file of one region declares. */
export interface DeclaredRole {
  file: ManifestFile;
  /** Line that says it. */
  line: number;
  /** `host:port` of the primary it follows; absent for a primary. */
  follows?: string;
  /** The flags within the file. */
  range: TextRange;
}

/** A line of the file's text that belongs to the flags. */
interface FlagLine {
  text: string;
  trimmed: string;
  line: number;
}

function linesOf(content: string, range: TextRange): FlagLine[] {
  const first = lineAt(content, range.start);
  return content
    .slice(range.start, range.end)
    .split('\n')
    .map((text, index) => ({
      text,
      trimmed: text.trim(),
      line: first + index,
    }));
}

function unreadable(
  path: string,
  line: number | undefined,
  found: string,
): RepositoryProblem {
  return repositoryProblem({
    code: 'file-unreadable',
    path,
    line,
    found,
    expected: `the role under "${ROLE_FILE}": a block of lines (|), with one "--replicaof=<host>:<port>" for a replica and none for the primary`,
    remedy: 'Restore the file from the last generated commit.',
  });
}

/** Reads the role that a `role-config-map.yaml` declares. */
export function readRoleFile(
  file: ManifestFile,
):
  { ok: true; role: DeclaredRole } | { ok: false; problem: RepositoryProblem } {
  const { content, path } = file;
  const read = documentsOf(file);
  if (!read.ok) return read;
  const flags = read.documents.map(document =>
    textAt(document, ['data', ROLE_FILE]),
  )[0];
  if (read.documents.length !== 1 || flags?.node.type !== 'BLOCK_LITERAL') {
    return { ok: false, problem: unreadable(path, undefined, 'none') };
  }
  const lines = linesOf(content, flags.range);
  const said = lines.filter(({ trimmed }) => SIMILAR.test(trimmed));
  const [flag] = said;
  const wrong = said.find(
    ({ trimmed }, index) => index > 0 || !REPLICA_OF.test(trimmed),
  );
  if (wrong) {
    return {
      ok: false,
      problem: unreadable(path, wrong.line, quote(wrong.trimmed)),
    };
  }
  return {
    ok: true,
    role: {
      file,
      line: (flag ?? lines[0]).line,
      follows: flag && REPLICA_OF.exec(flag.trimmed)?.[1],
      range: flags.range,
    },
  };
}

function asPrimary(lines: readonly string[]): string[] {
  return lines
    .filter(line => !REPLICA_OF.test(line.trim()))
    .map(line =>
      ROLE_COMMENT.test(line.trim())
        ? line.replace('replica', 'primary')
        : line,
    );
}

function asReplica(lines: readonly string[], primary: string): string[] {
  const flag = `--replicaof=${primary}`;
  if (lines.some(line => REPLICA_OF.test(line.trim()))) {
    return lines.map(line =>
      REPLICA_OF.test(line.trim())
        ? line.replace(/--replicaof=\S+/, flag)
        : line,
    );
  }
  const comment = lines.findIndex(line => ROLE_COMMENT.test(line.trim()));
  // The first line is the block's head, `|`.
  const after = Math.max(comment, 0);
  const model =
    lines[comment] ?? lines.find((line, at) => at > 0 && line.trim());
  const [, indent = '    ', ending = ''] =
    /^(\s*).*?(\r?)$/.exec(model ?? '') ?? [];
  return [
    ...lines
      .slice(0, after + 1)
      .map(line =>
        ROLE_COMMENT.test(line.trim())
          ? line.replace('primary', 'replica')
          : line,
      ),
    `${indent}${flag}${ending}`,
    ...lines.slice(after + 1),
  ];
}

/**
 * The role file of a region that becomes the primary, or follows another one. Lines that are about something else stay
 * as they are.
 *
 * @param follows - `host:port` of the primary; absent for the primary itself
 */
export function withRole(
  { file, range }: DeclaredRole,
  follows: string | undefined,
): ManifestFile {
  const lines = file.content.slice(range.start, range.end).split('\n');
  const changed =
    follows === undefined ? asPrimary(lines) : asReplica(lines, follows);
  return {
    ...file,
    content: replaced(file.content, range, changed.join('\n')),
  };
}
