import { RECORD_PATH } from '../manifests/record/paths';
import { readRecord } from '../manifests/record/readRecord';
import { CacheRecord } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { repositoryProblem } from './repositoryProblem';
import { RepositoryProblem } from './types';

/** The record among the files of a cache, or why there is none. */
export function recordOf(
  files: readonly ManifestFile[],
):
  | { ok: true; record: CacheRecord }
  | { ok: false; errors: RepositoryProblem[] } {
  const file = files.find(({ path }) => path === RECORD_PATH);
  if (!file) {
    return {
      ok: false,
      errors: [
        repositoryProblem({
          code: 'no-record',
          path: RECORD_PATH,
          found: `no such file among the ${files.length} files of the folder`,
          expected:
            'the record that is generated with the manifests of a cache',
          remedy:
            'Name the folder of the cache, the one that holds "base", "overlays" and "catalog-info.yaml". Manifests of an older generator have no record: generate them anew first.',
        }),
      ],
    };
  }
  const result = readRecord(file.content);
  if (result.ok) return result;
  return {
    ok: false,
    errors: result.errors.map(({ field, value, expected, message }) => ({
      code: 'record-unreadable',
      path: RECORD_PATH,
      found: `${field}: ${value}`,
      expected,
      message: `${RECORD_PATH}: ${message}`,
    })),
  };
}
