import { CATALOG_INFO_PATH, isCustomFile } from '../manifests/record/paths';
import { CacheRecord } from '../manifests/record/types';
import { ManifestFile, RenderedManifests } from '../manifests/types';
import { changeRole } from '../roleChange/changeRole';
import { recordOf } from '../roleChange/recordOf';
import { unreadable } from '../roleChange/sourceText';
import { checkSameCache } from './checkSameCache';
import { conflictsOf } from './conflicts';
import { mergeCatalogInfo } from './mergeCatalogInfo';
import { recordedCache } from './recordedSpec';
import { regenerationReport } from './regenerationReport';
import { restartNeed } from './restartNeed';
import { Regeneration } from './types';

/** How to regenerate. @public */
export interface RegenerationOptions {
  /** Overwrites generated files that somebody edited, instead of stopping at them. */
  overwriteEdited?: boolean;
}

/** The rendered files with the primary in the region where it is, whatever region they were rendered for. */
function keepingRole(
  next: readonly ManifestFile[],
  record: CacheRecord,
  primaryRegion: string,
): readonly ManifestFile[] {
  if (record.topology === 'independent') return next;
  const result = changeRole(next, { to: primaryRegion });
  if (!result.ok) {
    throw new Error(
      `The rendered manifests of "${record.request.name}" contradict each other: ${result.errors[0].message}`,
    );
  }
  const changed = new Map(result.changed.map(file => [file.path, file]));
  return next.map(file => changed.get(file.path) ?? file);
}

/** The text that the file will have; `undefined` where it stays as it is. */
function fileToWrite(
  file: ManifestFile,
  current: ManifestFile | undefined,
  asked: Parameters<typeof mergeCatalogInfo>[2],
): ManifestFile | undefined {
  if (!current) return file;
  if (isCustomFile(file.path)) return undefined;
  const target =
    file.path === CATALOG_INFO_PATH
      ? mergeCatalogInfo(current, file, asked)
      : file;
  return target.content === current.content ? undefined : target;
}

/**
 * Plans how an older output of the generator becomes a newly rendered one with the smallest difference. The primary stays
 * where the files say it is; `custom/` and files of others stay as they are; what somebody added to the catalog entity
 * stays in it. Pure.
 *
 * @param previous - all files of the cache's folder, paths relative to it
 * @param next - the manifests as rendered now
 * @returns what to write and delete, or why that cannot be done without losing something
 * @throws Error when the rendered manifests contradict each other, which is a defect of the generator
 * @public
 */
export function planRegeneration(
  previous: readonly ManifestFile[],
  next: RenderedManifests,
  options: RegenerationOptions = {},
): Regeneration {
  const before = recordedCache(previous);
  if (!before.ok) return before;
  const after = recordOf(next.files);
  if (!after.ok) {
    throw new Error(`The rendered manifests: ${after.errors[0].message}`);
  }
  const { primaryRegion, record } = before;
  const refused = [
    ...checkSameCache(record, after.record, primaryRegion),
    ...previous
      .filter(({ path }) => path === CATALOG_INFO_PATH)
      .flatMap(unreadable),
  ];
  if (refused.length > 0) return { ok: false, errors: refused };
  const target = keepingRole(next.files, after.record, primaryRegion);
  const conflicts = conflictsOf(previous, target, record);
  if (conflicts.length > 0 && !options.overwriteEdited) {
    return { ok: false, errors: conflicts };
  }

  const current = new Map(previous.map(file => [file.path, file]));
  const asked = { before: record.request, after: after.record.request };
  const write = target.flatMap(
    file => fileToWrite(file, current.get(file.path), asked) ?? [],
  );
  const made = new Set(target.map(({ path }) => path));
  const recorded = { ...record.files, ...record.roleFiles };
  const gone = previous
    .map(({ path }) => path)
    .filter(path => Object.hasOwn(recorded, path) && !made.has(path))
    .sort();
  const plan = {
    write,
    delete: gone,
    kept: previous
      .map(({ path }) => path)
      .filter(
        path => isCustomFile(path) || (!made.has(path) && !gone.includes(path)),
      )
      .sort(),
    overwritten: conflicts.map(({ path }) => path).sort(),
    unchanged: write.length === 0 && gone.length === 0,
    restart: restartNeed(previous, target),
  };
  return {
    ok: true,
    ...plan,
    report: regenerationReport({
      ...plan,
      previous,
      next: target,
      before: record,
      after: after.record,
      primaryRegion,
    }),
  };
}
