import { createHash } from 'node:crypto';
import { keyOf } from './keyOf';
import { reaches } from './reaches';
import { LiveInstance, Vantage } from './types';

interface ShareOptions {
  /** Id of the instance whose share is asked for. */
  instance: string;
  /** Without the instance itself when it leaves. */
  alive: readonly LiveInstance[];
  /** Who holds each shard. */
  holders: ReadonlyMap<number, string>;
  /** What the instance could probe: where it has nodes that it reaches. */
  candidates: readonly Vantage[];
  /** What the instance probes for others now. */
  held: readonly Vantage[];
}

interface Share {
  take: Vantage[];
  /** Held, and another instance's to probe from now on. What is held and in neither list is no longer needed. */
  offer: Vantage[];
}

/**
 * Which regions an instance probes for the holders of other shards. Each vantage goes to the live instance that reaches its
 * region and whose hash with it is highest: all instances come to the same result without asking each other, the load is
 * even, and one that comes or goes moves nothing but its own share.
 */
export function shareVantages(options: ShareOptions): Share {
  const { instance, candidates, held } = options;
  const winner = (vantage: Vantage) => winnerOf(vantage, options);
  return {
    take: candidates.filter(
      vantage => isNeeded(vantage, options) && winner(vantage) === instance,
    ),
    offer: held.filter(vantage => {
      const chosen = winner(vantage);
      return (
        isNeeded(vantage, options) &&
        chosen !== undefined &&
        chosen !== instance
      );
    }),
  };
}

function isNeeded(
  vantage: Vantage,
  { instance, alive, holders, held }: ShareOptions,
): boolean {
  const id = holders.get(vantage.shard);
  if (!id || id === instance) {
    return false;
  }
  const holder = alive.find(each => each.id === id);
  // A holder that leaves, or is lost, is followed by another: until it is known which, nothing changes.
  return holder
    ? !reaches(holder, vantage.region)
    : held.some(each => keyOf(each) === keyOf(vantage));
}

function winnerOf(vantage: Vantage, { alive, holders }: ShareOptions) {
  const scores = alive
    .filter(
      ({ id, regions }) =>
        id !== holders.get(vantage.shard) &&
        reaches({ regions }, vantage.region),
    )
    .map(({ id }) => ({ id, score: scoreOf(id, vantage) }))
    .sort((one, other) => (one.score < other.score ? 1 : -1));
  return scores.at(0)?.id;
}

function scoreOf(instance: string, vantage: Vantage): string {
  return createHash('sha256')
    .update(`${instance} ${keyOf(vantage)}`)
    .digest('hex');
}
