import fc from 'fast-check';
import { policyOf } from '../manifests/__testUtils__/caches';
import { CacheSpec, CrossRegionAccess } from '../manifests/types';
import { afterMove, edited, repository } from './__testUtils__/repositories';
import { changeRole } from './changeRole';

const REPLICATED = policyOf()
  .useCases.filter(({ disasterRecovery }) => disasterRecovery !== 'local')
  .map(({ id }) => id);
const ACCESS: CrossRegionAccess[] = ['load-balancer', 'external-name'];
const VARIANTS = REPLICATED.flatMap(useCase =>
  ACCESS.flatMap(crossRegion =>
    [2, 3].map(regions => ({ useCase, crossRegion, regions })),
  ),
);

function changed(files: Parameters<typeof changeRole>[0], to: string) {
  const result = changeRole(files, { to });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
}

describe.each(VARIANTS)(
  'the primary of $useCase with $crossRegion in $regions regions',
  ({ useCase, crossRegion, regions }) => {
    const options: Partial<CacheSpec> = {
      useCase,
      crossRegion,
      topology: 'replicated',
    };
    const before = repository('region1', options, regions);
    const last = `region${regions}`;

    it('moves as if the cache had been made with it there', () => {
      expect(afterMove(before, last)).toEqual(
        repository(last, options, regions),
      );
    });

    it('comes back to the bytes of before', () => {
      const away = afterMove(before, last);
      expect(afterMove(away, 'region1')).toEqual(before);
    });

    it('moves in role files, write Services and the annotation only', () => {
      const all = Array.from({ length: regions }, (_, at) => `region${at + 1}`);
      const { changed: files, from, to } = changed(before, last);
      expect({ from, to }).toEqual({ from: 'region1', to: last });
      expect(files.map(({ path }) => path)).toEqual([
        'catalog-info.yaml',
        ...all.flatMap(name => [
          `overlays/${name}/role-config-map.yaml`,
          `overlays/${name}/write-service.yaml`,
        ]),
      ]);
    });
  },
);

describe('a move of the primary', () => {
  const files = repository();

  it('says so when there is nothing to do', () => {
    const again = changed(afterMove(files, 'region2'), 'region2');
    expect(again).toMatchObject({
      from: 'region2',
      changed: [],
      unchanged: true,
    });
    expect(again.report).toBe(
      'The files of the cache `sessions` declare the primary in `region2` already; there is nothing to change.',
    );
  });

  it('tells what to mind', () => {
    const { report, unchanged } = changed(files, 'region2');
    expect(unchanged).toBe(false);
    expect(report).toContain(
      '| `overlays/region1/role-config-map.yaml` | Declared as a replica of `region2`; was the primary. |',
    );
    expect(report).toContain('it does not promote');
    expect(report).toContain('`sessions-write` leads to `region2`');
  });

  it('keeps what people added', () => {
    const added = [
      (all: typeof files) =>
        edited(
          all,
          'catalog-info.yaml',
          text =>
            `# ours\n${text.replace('annotations:', "annotations:\n    pagerduty.com/service-id: 'P1' # on call")}---\nkind: Component\nmetadata: {name: other, annotations: {dragonflydb.io/primary-region: region9}}\n`,
        ),
      (all: typeof files) =>
        edited(all, 'overlays/region2/role-config-map.yaml', text =>
          text.replace(
            '    --replica_announce_ip',
            '    # slower here\n    --snapshot_cron=\n    --replica_announce_ip',
          ),
        ),
      (all: typeof files) =>
        edited(all, 'overlays/region1/write-service.yaml', text =>
          text.replace(
            'metadata:',
            'metadata: # note\n  annotations:\n    team: "identity"',
          ),
        ),
    ].reduce((all, add) => add(all), files);

    const away = afterMove(added, 'region2');

    const textOf = (path: string) =>
      away.find(file => file.path === path)?.content;
    expect(textOf('catalog-info.yaml')).toContain(
      "pagerduty.com/service-id: 'P1' # on call",
    );
    expect(textOf('catalog-info.yaml')).toContain(
      'dragonflydb.io/primary-region: region9',
    );
    expect(textOf('overlays/region2/role-config-map.yaml')).toContain(
      '    # primary\n',
    );
    expect(textOf('overlays/region2/role-config-map.yaml')).toContain(
      '    # slower here\n    --snapshot_cron=\n',
    );
    expect(textOf('overlays/region1/write-service.yaml')).toContain(
      'metadata: # note\n  annotations:\n    team: "identity"',
    );
    expect(afterMove(away, 'region1')).toEqual(added);
  });

  it('keeps the line endings of another system', () => {
    const theirs = files.map(({ path, content }) => ({
      path,
      content: content.replaceAll('\n', '\r\n'),
    }));
    const away = afterMove(theirs, 'region2');
    expect(away).toEqual(
      afterMove(files, 'region2').map(({ path, content }) => ({
        path,
        content: content.replaceAll('\n', '\r\n'),
      })),
    );
  });

  it('leads along any way and back to the same bytes', () => {
    const region = fc.constantFrom('region1', 'region2', 'region3');
    const start = repository('region1', {}, 3);
    fc.assert(
      fc.property(fc.array(region, { maxLength: 6 }), way => {
        const end = way.reduce(afterMove, start);
        expect(end).toEqual(
          repository(way[way.length - 1] ?? 'region1', {}, 3),
        );
        expect(afterMove(end, 'region1')).toEqual(start);
      }),
      { seed: 20261124, numRuns: 40 },
    );
  });

  it('comes back to the bytes of before for any request', () => {
    const request = fc.record({
      name: fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/),
      useCase: fc.constantFrom(...REPLICATED),
      topology: fc.constant('replicated' as const),
      crossRegion: fc.constantFrom(...ACCESS),
      tls: fc.boolean(),
      argoCd: fc.boolean(),
      secrets: fc.constantFrom('bring-your-own', 'external-secret'),
      repository: fc.constant({
        url: 'https://github.com/acme/platform',
        folder: 'caches',
      }),
      memoryBytes: fc.integer({ min: 512, max: 4096 }).map(n => n * 2 ** 20),
    });
    fc.assert(
      fc.property(request, fc.constantFrom(2, 3), (asked, regions) => {
        const before = repository('region2', asked, regions);
        const away = afterMove(before, 'region1');
        expect(away).toEqual(repository('region1', asked, regions));
        expect(afterMove(away, 'region2')).toEqual(before);
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });
});
