import { KubernetesObject, PlainValue } from '../kubernetesObject';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { roleConfigMap } from '../roleConfigMap';
import { writeService } from '../services';

/** The same cache with its primary in another region. */
export function withPrimaryIn(
  cache: ResolvedCache,
  primaryRegion: string,
): ResolvedCache {
  const names = cache.regions.map(({ name }) => name);
  return {
    ...cache,
    spec: {
      ...cache.spec,
      primaryRegion,
      otherRegions: names.filter(name => name !== primaryRegion),
    },
    regions: cache.regions.map(region => ({
      ...region,
      role: region.name === primaryRegion ? 'primary' : 'replica',
    })),
  };
}

/** What one region's live objects must become for a primary somewhere. */
export interface RegionMove {
  region: ResolvedRegion;
  /** Lines of the role file. */
  roleFile: PlainValue;
  /** Merge patch of the role ConfigMap, as JSON. */
  configMapPatch: string;
  /** Merge patch of the `-write` Service, as JSON. */
  servicePatch: string;
}

type Fields = Readonly<Record<string, PlainValue>>;

function isFields(value: PlainValue): value is Fields {
  return typeof value === 'object' && !Array.isArray(value);
}

function fieldsOf(object: KubernetesObject, field: string): Fields {
  const value = object[field];
  return isFields(value) ? value : {};
}

/** Every field of the result, and `null` for those that another role leaves behind. */
function mergePatch(field: string, wanted: Fields, others: Fields[]): string {
  const removed = others.flatMap(Object.keys).filter(key => !(key in wanted));
  const nothing = Object.fromEntries(removed.map(key => [key, null]));
  return JSON.stringify({ [field]: { ...nothing, ...wanted } });
}

/**
 * What has to be patched in every region so that the primary is declared in one of them. Made from the very objects that
 * are rendered for that role, so a patched region equals a newly generated one.
 */
export function movesTo(cache: ResolvedCache, target: string): RegionMove[] {
  const after = withPrimaryIn(cache, target);
  return after.regions.map(region => {
    const otherwise = cache.regions.map(({ name }) => {
      const other = withPrimaryIn(cache, name);
      const same = other.regions.find(each => each.name === region.name);
      return same
        ? fieldsOf(writeService(other, same), 'spec')
        : fieldsOf({ apiVersion: 'v1', kind: 'Service' }, 'spec');
    });
    const role = fieldsOf(roleConfigMap(after, region), 'data');
    const service = fieldsOf(writeService(after, region), 'spec');
    return {
      region,
      roleFile: role['role.flags'],
      configMapPatch: mergePatch('data', role, []),
      servicePatch: mergePatch('spec', service, otherwise),
    };
  });
}
