import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import { RUNBOOK_PATH } from '../manifests/monitoring/runbookAnchor';

const URL_LOCATION = /^url:(https:\/\/\S+)$/;

/** Path segments by which Git hosts lead to a file or folder of a branch, rather than to a page of their own. */
const IN_REPOSITORY = /\/(?:-\/)?(?:blob|tree|src|browse)\//;

/** Parameter in which Azure DevOps has the path of a file. */
const PATH_PARAMETER = 'path';

/**
 * Address of the runbook that was generated beside a cache's `catalog-info.yaml`, without a section, by where the entity
 * says it comes from. `undefined` when that is no https address of a file or folder in a repository.
 *
 * @param annotations - of the entity. `backstage.io/managed-by-location` counts first: the catalog sets it, and it names
 *   the very file; `backstage.io/source-location` is what an author may have set to the root of the repository.
 *
 * @public
 */
export function runbookUrlOf(
  annotations: Readonly<Record<string, string>> = {},
): string | undefined {
  return [ANNOTATION_LOCATION, ANNOTATION_SOURCE_LOCATION]
    .map(name => besideLocation(annotations[name]))
    .find(url => url !== undefined);
}

function besideLocation(location: string | undefined): string | undefined {
  const target = URL_LOCATION.exec(location ?? '')?.[1];
  const url = target && URL.canParse(target) ? new URL(target) : undefined;
  if (!url || url.username || url.password) return undefined;

  url.hash = '';
  const path = url.searchParams.get(PATH_PARAMETER);
  if (path !== null) {
    const { pathname } = new URL(RUNBOOK_PATH, new URL(path, url.origin));
    url.searchParams.set(PATH_PARAMETER, decodeURI(pathname));
    return url.href;
  }
  if (!IN_REPOSITORY.test(url.pathname) && !/\.ya?ml$/.test(url.pathname)) {
    return undefined;
  }
  const { search } = url;
  const runbook = new URL(RUNBOOK_PATH, url);
  // Bitbucket's server has the branch there.
  runbook.search = search;
  return runbook.href;
}
