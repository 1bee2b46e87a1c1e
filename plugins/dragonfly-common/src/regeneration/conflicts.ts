import {
  CATALOG_INFO_PATH,
  isCustomFile,
  RECORD_PATH,
} from '../manifests/record/paths';
import { CacheRecord } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { repositoryProblem } from '../roleChange/repositoryProblem';
import { RepositoryProblem } from '../roleChange/types';
import { handEditsOf } from './handEdits';

const REMEDY =
  'Move what you need into "custom/" of the overlay or ask for it in the request, and restore the file; or regenerate with "overwriteEdited", which drops the edit.';

function editProblem(path: string, missing: boolean): RepositoryProblem {
  return repositoryProblem({
    code: 'edited-by-hand',
    path,
    found: missing
      ? 'no such file, though it was generated'
      : 'a text that is not the generated one',
    expected: 'the file as it was generated',
    remedy: REMEDY,
  });
}

function takenProblem(path: string): RepositoryProblem {
  return repositoryProblem({
    code: 'path-taken',
    path,
    found: 'a file that was not generated',
    expected: 'nothing, because a generated file goes there now',
    remedy: REMEDY,
  });
}

/** Files that somebody edited, or put where a generated file goes now, and that would not stay as they are. */
export function conflictsOf(
  previous: readonly ManifestFile[],
  next: readonly ManifestFile[],
  record: CacheRecord,
): RepositoryProblem[] {
  const was = new Map(previous.map(({ path, content }) => [path, content]));
  const is = new Map(next.map(({ path, content }) => [path, content]));
  const recorded = { ...record.files, ...record.roleFiles };
  const stays = (path: string) => was.get(path) === is.get(path);
  return [
    ...handEditsOf(previous, record)
      .filter(({ path }) => !stays(path))
      .map(({ missing, path }) => editProblem(path, missing)),
    ...next
      .map(({ path }) => path)
      .filter(
        path =>
          was.has(path) &&
          !stays(path) &&
          !Object.hasOwn(recorded, path) &&
          !isCustomFile(path) &&
          path !== CATALOG_INFO_PATH &&
          path !== RECORD_PATH,
      )
      .map(takenProblem),
  ];
}
