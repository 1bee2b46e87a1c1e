import { CacheView } from '../cacheView';
import { reason } from '../reason';
import { Reason } from '../reasons';

/** NOT_CONFIGURED: what in the declaration keeps the cache from being judged. */
export function checkDeclaration({ cache }: CacheView): Reason[] {
  const problems = cache.problems.map(({ message }) => message);
  const primaries = cache.nodes.filter(
    ({ declaredRole }) => declaredRole === 'primary',
  );
  if (cache.nodes.length === 0) {
    // The problems, when there are any, say why there are none.
    if (problems.length === 0) {
      problems.push(
        `Cache "${cache.name}" declares no server; name its regions in the annotation dragonflydb.io/regions.`,
      );
    }
  } else if (cache.topology === 'replicated' && primaries.length !== 1) {
    problems.push(
      primaries.length === 0
        ? `Cache "${cache.name}" is replicated and declares no primary; name its region in the annotation dragonflydb.io/primary-region.`
        : `Cache "${cache.name}" is replicated and declares ${primaries.length} primaries (${primaries.map(({ region }) => region).join(', ')}); exactly one is expected.`,
    );
  }
  return problems.map(message => reason('NOT_CONFIGURED', message));
}
