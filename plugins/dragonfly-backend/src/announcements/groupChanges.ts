import { Reason } from 'backstage-plugin-dragonfly-common';
import { VerdictChange } from './VerdictTracker';

/** One thing to tell one owner: of one cache, or of all of theirs that a region took with it. */
export type Announcement =
  | { kind: 'cache'; owner: string; change: VerdictChange }
  | { kind: 'region'; owner: string; region: string; changes: VerdictChange[] };

/** From so many caches of one owner in one region on, it is the region that people must hear of. */
const CACHES_MAKE_A_REGION = 3;

/** What a lost region does to its caches; everything else is told cache by cache. */
const REGION_CODES: readonly Reason['code'][] = ['UNREACHABLE', 'NOT_OBSERVED'];

function regionOf({ state }: VerdictChange): string | undefined {
  const regions = new Set(
    state.reasons
      .filter(({ code }) => REGION_CODES.includes(code))
      .map(({ region }) => region),
  );
  const [region] = regions;
  return regions.size === 1 ? region : undefined;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  }
  return [...groups.values()];
}

/** Puts changes that came at one time together, so that the loss of a region is one message for each owner. */
export function groupChanges(
  changes: readonly VerdictChange[],
): Announcement[] {
  const owned = changes.flatMap(change => {
    const { owner } = change.state.cache;
    return owner ? [{ owner, change, region: regionOf(change) }] : [];
  });
  const groups = groupBy(
    owned,
    ({ owner, region }) => `${owner} ${region ?? ''}`,
  );
  return groups.flatMap((group): Announcement[] => {
    const [{ owner, region }] = group;
    const members = group.map(({ change }) => change);
    return region !== undefined && members.length >= CACHES_MAKE_A_REGION
      ? [{ kind: 'region', owner, region, changes: members }]
      : members.map(change => ({ kind: 'cache', owner, change }));
  });
}
