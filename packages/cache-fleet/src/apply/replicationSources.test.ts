import { region } from './__testUtils__/regions';
import { replicationSources } from './replicationSources';
import { RegionManifests } from './types';

const secrets = {
  'sessions-credentials': { acl: 'USER default ON >a', password: 'a' },
};

function sourcesOf(...regions: RegionManifests[]) {
  return Object.fromEntries(
    replicationSources(
      { name: 'sessions', regions },
      new Map(regions.map(({ region: name }) => [name, secrets])),
    ),
  );
}

describe('replicationSources', () => {
  it('finds the region among the labels of the host', () => {
    expect(
      sourcesOf(
        region('region1', 'sessions.databases.region2.example.com'),
        region('region2'),
        region('region3', 'sessions.databases.region2.example.com'),
      ),
    ).toEqual({ region1: 'region2', region2: undefined, region3: 'region2' });
  });

  it('takes the only primary when the host names no region', () => {
    expect(sourcesOf(region('region1'), region('region2', '10.0.0.7'))).toEqual(
      { region1: undefined, region2: 'region1' },
    );
  });

  it('finds none between independent primaries', () => {
    expect(sourcesOf(region('region1'), region('region2'))).toEqual({
      region1: undefined,
      region2: undefined,
    });
  });

  it('does not guess', () => {
    expect(() =>
      sourcesOf(
        region('region1'),
        region('region2'),
        region('region3', 'sessions.elsewhere.example.com'),
      ),
    ).toThrow(
      'Region "region3" replicates from "sessions.elsewhere.example.com", and it is not clear which region that is (region1, region2)',
    );
  });
});
