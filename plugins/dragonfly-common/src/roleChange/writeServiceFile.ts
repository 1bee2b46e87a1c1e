import { ManifestFile } from '../manifests/types';
import { repositoryProblem } from './repositoryProblem';
import {
  asYaml,
  documentsOf,
  lineAt,
  mapAt,
  replaced,
  textAt,
  TextRange,
} from './sourceText';
import { RepositoryProblem } from './types';

/** Where a region's `-write` Service leads. */
export interface WriteService {
  file: ManifestFile;
  /** Line that says it. */
  line: number;
  /** Host it is an alias of; absent where it leads to the local pod. */
  host?: string;
  /** The value of `spec` within the file. */
  range: TextRange;
  /** The host within the file. */
  hostRange?: TextRange;
}

/** Reads where a `write-service.yaml` leads. */
export function readWriteService(
  file: ManifestFile,
):
  | { ok: true; service: WriteService }
  | { ok: false; problem: RepositoryProblem } {
  const read = documentsOf(file);
  if (!read.ok) return read;
  const [document] = read.documents;
  const spec = document && mapAt(document, ['spec']);
  const type = document && textAt(document, ['spec', 'type']);
  const host = document && textAt(document, ['spec', 'externalName']);
  const isAlias = type?.value === 'ExternalName';
  if (
    read.documents.length !== 1 ||
    !spec ||
    isAlias !== (host !== undefined)
  ) {
    return {
      ok: false,
      problem: repositoryProblem({
        code: 'file-unreadable',
        path: file.path,
        line: type && lineAt(file.content, type.range.start),
        found: 'none',
        expected:
          'one Service, either of type "ExternalName" with "externalName" or of another type without it',
        remedy: 'Restore the file from the last generated commit.',
      }),
    };
  }
  return {
    ok: true,
    service: {
      file,
      line: lineAt(
        file.content,
        host?.range.start ?? type?.range.start ?? spec.range.start,
      ),
      host: host?.value,
      range: spec.range,
      hostRange: host?.range,
    },
  };
}

function specOf({ file, range }: WriteService): string {
  return file.content.slice(range.start, range.end);
}

/** The same alias for another host. */
export function leadingTo(service: WriteService, host: string): ManifestFile {
  const { file, hostRange } = service;
  return hostRange
    ? { ...file, content: replaced(file.content, hostRange, asYaml(host)) }
    : file;
}

/** Two Services that have changed places: each leads where the other did, with its own name, labels and annotations. */
export function exchanged(
  local: WriteService,
  alias: WriteService,
): { nowAlias: ManifestFile; nowLocal: ManifestFile } {
  const put = ({ file, range }: WriteService, spec: string) => ({
    ...file,
    content: replaced(file.content, range, spec),
  });
  return {
    nowAlias: put(local, specOf(alias)),
    nowLocal: put(alias, specOf(local)),
  };
}
