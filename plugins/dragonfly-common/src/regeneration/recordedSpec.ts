import { CacheRecord } from '../manifests/record/types';
import { CacheSpec, ManifestFile } from '../manifests/types';
import { readRoles } from '../roleChange/readRoles';
import { recordOf } from '../roleChange/recordOf';
import { RepositoryProblem } from '../roleChange/types';

/** The record of a cache and the region that its files declare as the primary's. */
export type RecordedCache =
  | { ok: true; record: CacheRecord; primaryRegion: string }
  | { ok: false; errors: RepositoryProblem[] };

/** Reads the record, and the region of the primary from the files; for `independent`, simply the first region. */
export function recordedCache(files: readonly ManifestFile[]): RecordedCache {
  const read = recordOf(files);
  if (!read.ok) return read;
  const { record } = read;
  if (record.topology === 'independent') {
    return { ok: true, record, primaryRegion: record.nodes[0].region };
  }
  const declared = readRoles(files, record);
  return declared.ok
    ? { ok: true, record, primaryRegion: declared.roles.primary.node.region }
    : declared;
}

/**
 * The request that the files of a cache were generated from, with the primary where the files say it is now.
 *
 * @param files - all files of the cache's folder, paths relative to it
 * @public
 */
export function recordedSpec(
  files: readonly ManifestFile[],
): { ok: true; spec: CacheSpec } | { ok: false; errors: RepositoryProblem[] } {
  const read = recordedCache(files);
  if (!read.ok) return read;
  const { primaryRegion, record } = read;
  const otherRegions = record.nodes
    .map(({ region }) => region)
    .filter(region => region !== primaryRegion);
  return { ok: true, spec: { ...record.request, primaryRegion, otherRegions } };
}
