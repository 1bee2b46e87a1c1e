import { cacheOf, independentSpec } from './__testUtils__/caches';
import { ResolvedCache } from './resolvedCache';
import { roleConfigMap } from './roleConfigMap';

function fileOf(cache: ResolvedCache, region: number) {
  return roleConfigMap(cache, cache.regions[region]).data;
}

describe('roleConfigMap', () => {
  it('tells the primary its name only', () => {
    expect(fileOf(cacheOf(), 0)).toEqual({
      'role.flags':
        '# primary\n# the name the other side lists this server under when it is a replica\n--replica_announce_ip=region1\n',
    });
  });

  it('tells the replica its primary', () => {
    expect(fileOf(cacheOf(), 1)).toEqual({
      'role.flags':
        '# replica\n--replicaof=sessions.databases.region1.example.com:6379\n# the name the other side lists this server under when it is a replica\n--replica_announce_ip=region2\n',
    });
  });

  it('gives independent servers no flag at all', () => {
    const limits = cacheOf(independentSpec());
    expect(fileOf(limits, 1)).toEqual(fileOf(limits, 0));
    expect(JSON.stringify(fileOf(limits, 0))).not.toContain('--');
  });

  it('has a name that does not depend on its content', () => {
    const cache = cacheOf();
    const names = cache.regions.map(
      region => roleConfigMap(cache, region).metadata,
    );
    expect(names[0]).toEqual(names[1]);
    expect(names[0]).toMatchObject({ name: 'sessions-role' });
  });
});
