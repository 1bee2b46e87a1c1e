import { quote } from '../words/quote';
import { InventoryProblem } from './types';

/** An entity that says it is the cache of a name. @public */
export interface CacheClaim {
  cacheName: string;
  entityRef: string;
  /** `metadata.name` of the entity. */
  entityName: string;
}

/** Who owns which cache name, and which claims are refused. @public */
export interface SettledClaims {
  /** Full entity reference by cache name; a name nobody may have is absent. */
  owners: Map<string, string>;
  /** `NAME_TAKEN`, for each entity that does not get the name it claims. */
  refusals: InventoryProblem[];
  /** `NAME_TAKEN`, for the owner of a name that somebody else claims too. */
  rivalries: InventoryProblem[];
}

/**
 * Gives every cache name to one entity: the one bound in config, else the only one of that `metadata.name`. Without this,
 * whoever may register entities could take over the permissions and the page of somebody else's cache.
 *
 * @param bindings - full entity reference by cache name, from `dragonfly.caches.<name>.entityRef` or the inventory source
 * @param fromSource - cache names whose binding is the inventory source's
 * @public
 */
export function settleClaims(
  claims: CacheClaim[],
  bindings: Map<string, string>,
  fromSource: readonly string[] = [],
): SettledClaims {
  const owners = new Map<string, string>();
  const refusals: InventoryProblem[] = [];
  const rivalries: InventoryProblem[] = [];
  for (const [cacheName, rivals] of claimsByName(claims)) {
    const bound = bindings.get(cacheName);
    const owner = bound ?? onlyNamesake(rivals);
    if (owner && rivals.some(rival => rival.entityRef === owner)) {
      owners.set(cacheName, owner);
    }
    for (const { entityRef } of rivals.filter(
      rival => rival.entityRef !== owner,
    )) {
      const binding =
        bound === undefined
          ? undefined
          : { entityRef: bound, fromSource: fromSource.includes(cacheName) };
      const message = refusal({ cacheName, entityRef, owner, binding });
      refusals.push({ code: 'NAME_TAKEN', entityRef, message });
      if (owners.has(cacheName) && owner) {
        rivalries.push({ code: 'NAME_TAKEN', entityRef: owner, message });
      }
    }
  }
  return { owners, refusals, rivalries };
}

function claimsByName(claims: CacheClaim[]): Map<string, CacheClaim[]> {
  const byName = new Map<string, CacheClaim[]>();
  for (const claim of claims) {
    byName.set(claim.cacheName, [
      ...(byName.get(claim.cacheName) ?? []),
      claim,
    ]);
  }
  return byName;
}

function onlyNamesake(rivals: CacheClaim[]): string | undefined {
  const namesakes = rivals.filter(
    rival => rival.entityName === rival.cacheName,
  );
  return namesakes.length === 1 ? namesakes[0].entityRef : undefined;
}

function refusal(claim: {
  cacheName: string;
  entityRef: string;
  owner?: string;
  binding?: { entityRef: string; fromSource: boolean };
}): string {
  const { cacheName, entityRef, owner, binding } = claim;
  const claimed = `${entityRef} claims the cache name ${quote(cacheName)}`;
  const key = binding?.fromSource
    ? `caches.${cacheName}.entityRef in the inventory source`
    : `dragonfly.caches.${cacheName}.entityRef in app-config`;
  const bind = `set ${key} to the right entity`;
  if (binding) {
    return `${claimed}, which ${key} gives to ${binding.entityRef}; give this entity another cache name, or ${bind}.`;
  }
  if (owner) {
    return `${claimed}, which belongs to ${owner}, the entity of that name; give this entity another cache name, or ${bind}.`;
  }
  return `${claimed}, but no single entity has that as its own name; name the entity like its cache, or ${bind}.`;
}
