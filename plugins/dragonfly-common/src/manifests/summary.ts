import { ResolvedCache } from './resolvedCache';
import { formatMemory } from '../policy/quantities';

function inWords(items: string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

function placement({ topology, regions }: ResolvedCache): string {
  const titles = (role: string) =>
    inWords(regions.filter(r => r.role === role).map(r => r.title));
  if (topology === 'independent') {
    return `${regions.length > 1 ? 'independent primaries' : 'primary'} in ${titles('primary')}`;
  }
  const plural = regions.length > 2 ? 's' : '';
  return `primary in ${titles('primary')}, replica${plural} in ${titles('replica')}`;
}

function oneLine(cache: ResolvedCache, where: string): string {
  const { useCase } = cache;
  return [
    `${cache.name}: ${where}`,
    formatMemory(cache.memoryBytes),
    useCase.eviction === 'lru' ? 'LRU' : 'Fixed',
    `TTL ${useCase.ttl.text}`,
  ].join(', ');
}

/** One line for people: `sessions: primary in Frankfurt, replica in Dublin, 2 GiB, LRU, TTL 24h`. */
export function summaryOf(cache: ResolvedCache): string {
  return oneLine(cache, placement(cache));
}

/** The same for what must not change when the primary moves: `sessions: replicated between Frankfurt and Dublin, ...`. */
export function neutralSummaryOf(cache: ResolvedCache): string {
  const titles = inWords(cache.regions.map(({ title }) => title));
  return oneLine(
    cache,
    cache.topology === 'replicated'
      ? `replicated between ${titles}`
      : placement(cache),
  );
}
