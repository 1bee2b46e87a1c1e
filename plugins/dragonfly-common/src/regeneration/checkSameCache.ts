import { quote } from '../words/quote';
import { RECORD_PATH } from '../manifests/record/paths';
import { CacheRecord } from '../manifests/record/types';
import { repositoryProblem } from '../roleChange/repositoryProblem';
import { RepositoryProblem } from '../roleChange/types';

/** Refuses what files alone cannot change of a cache that holds data. */
export function checkSameCache(
  before: CacheRecord,
  after: CacheRecord,
  primaryRegion: string,
): RepositoryProblem[] {
  const problem = (
    code: RepositoryProblem['code'],
    found: string,
    expected: string,
    remedy: string,
  ) => repositoryProblem({ code, path: RECORD_PATH, found, expected, remedy });
  const { name } = before.request;
  if (after.request.name !== name) {
    return [
      problem(
        'another-cache',
        `the cache ${quote(name)}`,
        `the cache ${quote(after.request.name)}`,
        'A cache cannot be renamed: its objects, its Secrets and the names that applications use carry the name. Make a new cache, move the applications and retire this one.',
      ),
    ];
  }
  if (after.topology !== before.topology) {
    return [
      problem(
        'topology-changed',
        `the topology "${before.topology}"`,
        `the topology "${after.topology}"`,
        'A running cache cannot change its topology without losing data in a region. Make a new cache, move the applications and retire this one.',
      ),
    ];
  }
  return after.nodes.some(({ region }) => region === primaryRegion)
    ? []
    : [
        problem(
          'primary-region-removed',
          `the primary in ${quote(primaryRegion)}`,
          `the primary in a region that stays: ${after.nodes.map(({ region }) => quote(region)).join(', ')}`,
          'Move the primary first, on the servers and in the files.',
        ),
      ];
}
