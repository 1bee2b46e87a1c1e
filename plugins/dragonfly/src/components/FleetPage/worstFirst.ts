import { CacheState, Verdict } from 'backstage-plugin-dragonfly-common';

const ORDER: Record<Verdict, number> = {
  critical: 0,
  degraded: 1,
  unknown: 2,
  healthy: 3,
};

/** Caches that need somebody first, then by name. */
export function worstFirst(states: CacheState[]): CacheState[] {
  return [...states].sort(
    (one, other) =>
      ORDER[one.verdict] - ORDER[other.verdict] ||
      one.cache.name.localeCompare(other.cache.name),
  );
}
