import { digestOf } from '../manifests/record/digest';
import { CacheRecord } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { changeRole } from '../roleChange/changeRole';

/** A generated file that is not what was generated. */
export interface HandEdit {
  path: string;
  /** Whether somebody removed it. */
  missing: boolean;
}

/** The files as they would be with the primary in the first region, which is what the record knows them by. */
function withPrimaryInFirstRegion(
  files: readonly ManifestFile[],
  record: CacheRecord,
): readonly ManifestFile[] {
  const result = changeRole(files, { to: record.nodes[0].region });
  if (!result.ok) return files;
  const changed = new Map(result.changed.map(file => [file.path, file]));
  return files.map(file => changed.get(file.path) ?? file);
}

/** Finds the generated files that somebody has edited or removed since, by the digests of the record. */
export function handEditsOf(
  files: readonly ManifestFile[],
  record: CacheRecord,
): HandEdit[] {
  const neutral = new Map(
    withPrimaryInFirstRegion(files, record).map(file => [file.path, file]),
  );
  return Object.entries({ ...record.files, ...record.roleFiles })
    .map(([path, digest]) => ({ path, digest, file: neutral.get(path) }))
    .filter(({ digest, file }) => !file || digestOf(file.content) !== digest)
    .map(({ path, file }) => ({ path, missing: file === undefined }));
}
