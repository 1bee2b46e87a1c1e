import {
  CATALOG_INFO_PATH,
  isRoleFile,
  roleConfigMapPath,
  writeServicePath,
} from '../manifests/record/paths';
import { CacheRecord, RecordedNode } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { checkRoles } from './checkRoles';
import { PrimaryAnnotation, readPrimaryAnnotation } from './primaryAnnotation';
import { fileMissing, repositoryProblem } from './repositoryProblem';
import { DeclaredRole, readRoleFile } from './roleFile';
import { RepositoryProblem } from './types';
import { readWriteService, WriteService } from './writeServiceFile';

/** What the files of one region say of the primary. */
export interface RegionRoles {
  node: RecordedNode;
  role: DeclaredRole;
  write: WriteService;
}

/** What all files of a replicated cache say of the primary, and that they agree. */
export interface DeclaredRoles {
  primary: RegionRoles;
  replicas: RegionRoles[];
  annotation: PrimaryAnnotation;
}

type Read<T> = { value?: T; problems: RepositoryProblem[] };

function fileAt(files: readonly ManifestFile[], path: string) {
  return files.find(file => file.path === path);
}

function readRegion(
  files: readonly ManifestFile[],
  node: RecordedNode,
): Read<RegionRoles> {
  const paths = [roleConfigMapPath(node.region), writeServicePath(node.region)];
  const [roleFile, writeFile] = paths.map(path => fileAt(files, path));
  const role = roleFile && readRoleFile(roleFile);
  const write = writeFile && readWriteService(writeFile);
  if (role?.ok && write?.ok) {
    return {
      value: { node, role: role.role, write: write.service },
      problems: [],
    };
  }
  return {
    problems: [role, write].flatMap((result, index) => {
      if (!result) return [fileMissing(paths[index])];
      return result.ok ? [] : [result.problem];
    }),
  };
}

function readAnnotation(
  files: readonly ManifestFile[],
  cache: string,
): Read<PrimaryAnnotation> {
  const file = fileAt(files, CATALOG_INFO_PATH);
  if (!file) return { problems: [fileMissing(CATALOG_INFO_PATH)] };
  const result = readPrimaryAnnotation(file, cache);
  return result.ok
    ? { value: result.annotation, problems: [] }
    : { problems: [result.problem] };
}

function unrecordedRegions(
  files: readonly ManifestFile[],
  nodes: readonly RecordedNode[],
): RepositoryProblem[] {
  const known = nodes.map(({ region }) => region);
  return files
    .filter(
      ({ path }) => isRoleFile(path) && !known.includes(path.split('/')[1]),
    )
    .map(({ path }) =>
      repositoryProblem({
        code: 'region-not-recorded',
        path,
        found: 'a role for a region that the record does not have',
        expected: `roles for ${known.join(', ')} only`,
        remedy:
          'Remove the folder, or add the region by a change of the cache, which makes its files and records it.',
      }),
    );
}

/**
 * Reads from the files of a replicated cache which region holds the primary.
 *
 * @returns what they say, or every reason why they do not agree
 */
export function readRoles(
  files: readonly ManifestFile[],
  record: CacheRecord,
):
  | { ok: true; roles: DeclaredRoles }
  | { ok: false; errors: RepositoryProblem[] } {
  const regions = record.nodes.map(node => readRegion(files, node));
  const annotation = readAnnotation(files, record.request.name);
  const problems = [
    ...regions.flatMap(region => region.problems),
    ...annotation.problems,
    ...unrecordedRegions(files, record.nodes),
  ];
  const read = regions.flatMap(({ value }) => value ?? []);
  if (problems.length > 0 || !annotation.value) {
    return { ok: false, errors: problems };
  }
  return checkRoles(read, annotation.value);
}
