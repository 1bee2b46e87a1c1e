import { quoteAll } from '../words/quote';
import { CATALOG_INFO_PATH, RECORD_PATH } from '../manifests/record/paths';
import { CacheRecord } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { recordOf } from '../roleChange/recordOf';
import { repositoryProblem } from '../roleChange/repositoryProblem';
import { RepositoryProblem } from '../roleChange/types';
import { unreadable } from '../roleChange/sourceText';
import { parseYamlDocuments } from '../yaml/parseYaml';
import { handEditsOf } from './handEdits';
import { entityOf } from './mergeCatalogInfo';
import { retirementReport } from './retirementReport';
import { Retirement } from './types';

/** How to retire a cache. @public */
export interface RetirementOptions {
  /** Says that no consumer uses the cache any more, although the record lists some. */
  consumersMoved?: boolean;
}

function checkConsumers(
  { request }: CacheRecord,
  { consumersMoved }: RetirementOptions,
): RepositoryProblem[] {
  const names = request.consumers.map(({ entityRef }) => entityRef);
  if (consumersMoved || names.length === 0) return [];
  return [
    repositoryProblem({
      code: 'consumers-listed',
      path: RECORD_PATH,
      found: `${names.length === 1 ? 'the consumer' : 'the consumers'} ${quoteAll(names)}`,
      expected: 'no consumer',
      remedy:
        'Move them to another cache and remove them here, or say with "consumersMoved" that none of them uses it any more.',
    }),
  ];
}

/** The catalog file without the entity of the cache; `undefined` when nothing else is in it. */
function withoutEntity(
  file: ManifestFile,
  cache: string,
): ManifestFile | undefined {
  const documents = parseYamlDocuments(file.content);
  const entity = entityOf(documents, cache);
  if (!entity) return file;
  const others = documents.filter(
    document => document !== entity && document.contents !== null,
  );
  return others.length > 0
    ? {
        ...file,
        content: others
          .map(document => document.toString({ lineWidth: 0 }))
          .join(''),
      }
    : undefined;
}

/**
 * Plans how the files of a cache go away: everything that was generated, its record and its catalog entity. What belongs
 * to others stays, `custom/` among it. Pure.
 *
 * @param files - all files of the cache's folder, paths relative to it
 * @public
 */
export function planRetirement(
  files: readonly ManifestFile[],
  options: RetirementOptions = {},
): Retirement {
  const read = recordOf(files);
  if (!read.ok) return read;
  const { record } = read;
  const catalogInfo = files.find(({ path }) => path === CATALOG_INFO_PATH);
  const errors = [
    ...checkConsumers(record, options),
    ...(catalogInfo ? unreadable(catalogInfo) : []),
  ];
  if (errors.length > 0) return { ok: false, errors };

  const rest = catalogInfo && withoutEntity(catalogInfo, record.request.name);
  const recorded = { ...record.files, ...record.roleFiles };
  const gone = files
    .map(({ path }) => path)
    .filter(
      path =>
        Object.hasOwn(recorded, path) ||
        path === RECORD_PATH ||
        (path === CATALOG_INFO_PATH && !rest),
    )
    .sort();
  const plan = {
    delete: gone,
    write: rest && rest.content !== catalogInfo.content ? [rest] : [],
    kept: files
      .map(({ path }) => path)
      .filter(path => !gone.includes(path))
      .sort(),
  };
  return {
    ok: true,
    ...plan,
    report: retirementReport({
      ...plan,
      record,
      edited: handEditsOf(files, record)
        .filter(({ missing }) => !missing)
        .map(({ path }) => path),
    }),
  };
}
