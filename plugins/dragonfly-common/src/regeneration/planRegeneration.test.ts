import {
  adrText,
  policyOf,
  rendered,
  spec,
} from '../manifests/__testUtils__/caches';
import { Policy } from '../policy';
import { CacheSpec, ManifestFile, ManifestSettings } from '../manifests/types';
import {
  afterMove,
  edited,
  fullSettings,
  repository,
} from '../roleChange/__testUtils__/repositories';
import { applyChange } from './applyChange';
import { planRegeneration } from './planRegeneration';
import { recordedSpec } from './recordedSpec';
import { CacheChange, Regeneration } from './types';

const STATEFUL_SET = 'base/stateful-set.yaml';

/** What a change of a cache plans, from the request that its own files hold. */
function plan(
  files: readonly ManifestFile[],
  change: CacheChange = {},
  from: {
    policy?: Policy;
    settings?: ManifestSettings;
    overwriteEdited?: boolean;
    overrides?: Partial<CacheSpec>;
  } = {},
): Regeneration {
  const recorded = recordedSpec(files);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.errors));
  const changed = applyChange(recorded.spec, change);
  if (!changed.ok) throw new Error(JSON.stringify(changed.errors));
  const next = rendered(
    { ...changed.spec, ...from.overrides },
    from.policy ?? policyOf(),
    from.settings ?? fullSettings(),
  );
  return planRegeneration(files, next, {
    overwriteEdited: from.overwriteEdited,
  });
}

function planned(...args: Parameters<typeof plan>) {
  const result = plan(...args);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result;
}

function refused(...args: Parameters<typeof plan>) {
  const result = plan(...args);
  return result.ok ? [] : result.errors;
}

/** The folder after the plan has been carried out. */
function carriedOut(
  files: readonly ManifestFile[],
  result: Extract<Regeneration, { ok: true }>,
): ManifestFile[] {
  const byPath = new Map(files.map(file => [file.path, file]));
  result.write.forEach(file => byPath.set(file.path, file));
  result.delete.forEach(path => byPath.delete(path));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const files = repository();
const pathsOf = (all: readonly ManifestFile[]) => all.map(({ path }) => path);

describe('regenerating', () => {
  it('changes nothing when nothing has changed', () => {
    expect(planned(files)).toMatchObject({
      write: [],
      delete: [],
      overwritten: [],
      unchanged: true,
      restart: { kind: 'none' },
      report: expect.stringContaining('there is nothing to change'),
    });
  });

  it.each([
    ['the request', {}],
    ['another region', { primaryRegion: 'region1', otherRegions: ['region2'] }],
  ])(
    'keeps the primary where a promotion put it, rendered for %s',
    (_name, overrides) => {
      const promoted = afterMove(files, 'region2');
      expect(planned(promoted, {}, { overrides })).toMatchObject({
        write: [],
        delete: [],
        unchanged: true,
      });
    },
  );

  it('resizes: the server, what describes it, and the order of restarts', () => {
    const result = planned(files, { memoryBytes: 4 * 2 ** 30, threads: 4 });
    expect(pathsOf(result.write)).toEqual(
      expect.arrayContaining(['README.md', STATEFUL_SET, 'cache-request.yaml']),
    );
    expect(pathsOf(result.write).filter(path => /overlays/.test(path))).toEqual(
      [],
    );
    expect(result.delete).toEqual([]);
    expect(result.restart).toEqual({ kind: 'restart' });
    expect(result.report).toContain('- Memory: 2 GiB → 4 GiB\n');
    expect(result.report).toContain('- Threads: `2` → `4`\n');
    expect(result.report).toContain(
      '- Argument: `--maxmemory=2gb` → `--maxmemory=4gb`',
    );
    expect(result.report).toMatch(
      /1\. The replica first, in `region2`: `kubectl -n databases delete pod sessions-0`.*\n2\. Move the primary from `region1`.*\n3\. Then the old primary, in `region1`/,
    );
    expect(carriedOut(files, result)).toEqual(
      repository('region1', { memoryBytes: 4 * 2 ** 30, threads: 4 }),
    );
  });

  it('adds and removes consumers without touching the servers', () => {
    const web = { entityRef: 'component:default/web', namespace: 'shop' };
    const result = planned(files, {
      addConsumers: [web],
      removeConsumers: ['component:default/checkout'],
    });
    expect(result.restart).toEqual({ kind: 'none' });
    expect(pathsOf(result.write)).toContain('consumers/web/connection.yaml');
    expect(pathsOf(result.write)).not.toContain(STATEFUL_SET);
    expect(result.delete).toContain('consumers/checkout/connection.yaml');
    expect(result.report).toContain('Consumer added: `component:default/web`');
    expect(result.report).toContain(
      'Consumer removed: `component:default/checkout`. **Its new connections are refused**',
    );
    expect(result.report).toContain('No server needs a restart for this.');
    expect(carriedOut(files, result)).toEqual(
      repository('region1', { consumers: [web] }),
    );
  });

  it('adds a region, and removes one with a warning', () => {
    const three = planned(files, { addRegions: ['region3'] });
    const folder = carriedOut(files, three);
    expect(folder).toEqual(repository('region1', {}, 3));
    expect(three.report).toContain('Region added: `region3`');

    const two = planned(folder, { removeRegions: ['region3'] });
    expect(two.report).toContain('**Dangerous: region removed:** `region3`');
    expect(two.delete).toContain('overlays/region3/role-config-map.yaml');
    expect(
      carriedOut(folder, two).filter(({ path }) => !path.includes('/custom/')),
    ).toEqual(files.filter(({ path }) => !path.includes('/custom/')));
  });

  it('follows a newer policy and says what it changes', () => {
    const policy = policyOf(
      adrText()
        .replace(
          '| Session cache | 24h | LRU |',
          '| Session cache | 12h | LRU |',
        )
        .replaceAll('--maxmemory=2gb', '--maxmemory=3gb'),
    );
    const result = planned(files, {}, { policy });
    expect(result.report).toContain(
      '- Time to live: 24 h → 12 h (the policy says so)',
    );
    expect(result.report).toContain(
      '- Memory: 2 GiB → 3 GiB (not asked for: it follows from the policy, the settings or the generator)',
    );
    expect(result.restart).toEqual({ kind: 'restart' });
  });

  it('follows newer settings', () => {
    const settings = fullSettings({
      image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.41.0',
      serverVersion: '1.41.0',
    });
    const { report, restart } = planned(files, {}, { settings });
    expect(restart).toEqual({ kind: 'restart' });
    expect(report).toContain(
      '- Server version: `1.40.1` → `1.41.0` (the platform’s settings say so)',
    );
  });

  it('says that a new address is dangerous', () => {
    const settings = fullSettings();
    settings.regions[1].domain = 'db.region2.example.com';
    const { report } = planned(files, {}, { settings });
    expect(report).toContain(
      '**Dangerous: address of `region2` changed** from `sessions.databases.region2.example.com:6379` to `sessions.db.region2.example.com:6379`',
    );
  });

  it('leaves the files of others alone', () => {
    const others = [
      { path: 'NOTES.md', content: 'ours' },
      { path: 'overlays/region1/custom/patch.yaml', content: 'ours' },
      { path: 'overlays/region1/extra.yaml', content: 'ours' },
    ];
    const result = planned([...files, ...others], { threads: 1 });
    expect(pathsOf(result.write)).not.toEqual(
      expect.arrayContaining(pathsOf(others)),
    );
    expect(result.delete).toEqual([]);
    expect(result.kept).toEqual(expect.arrayContaining(pathsOf(others)));
    expect(result.report).toContain('- `overlays/region1/custom/patch.yaml`');
  });

  it('never writes over what is under custom/', () => {
    const own = 'overlays/region1/custom/kustomization.yaml';
    const folder = [
      ...files.filter(({ path }) => path !== own),
      { path: own, content: '# ours\n' },
    ];
    const result = planned(folder, { threads: 1 }, { overwriteEdited: true });
    expect(pathsOf(result.write)).not.toContain(own);
    expect(result.kept).toContain(own);
  });

  it.each`
    situation                                      | path                                       | change
    ${'a generated file'}                          | ${STATEFUL_SET}                            | ${(text: string) => text.replace('replicas: 1', 'replicas: 2')}
    ${'a role file, beside the role'}              | ${'overlays/region2/role-config-map.yaml'} | ${(text: string) => text.replace('    --replica_announce', '    --snapshot_cron=\n    --replica_announce')}
    ${'the role file of a primary that has moved'} | ${'overlays/region1/role-config-map.yaml'} | ${(text: string) => text.replace('metadata:', 'metadata:\n  annotations: {a: b}')}
    ${'a write Service, beside where it leads'}    | ${'overlays/region1/write-service.yaml'}   | ${(text: string) => text.replace('metadata:', 'metadata:\n  annotations: {a: b}')}
  `('stops where somebody edited $situation', ({ path, change }) => {
    const folder = edited(afterMove(files, 'region2'), path, change);
    expect(refused(folder)).toEqual([
      expect.objectContaining({
        code: 'edited-by-hand',
        path,
        message: expect.stringContaining('"overwriteEdited"'),
      }),
    ]);

    const forced = planned(folder, {}, { overwriteEdited: true });
    expect(forced.overwritten).toEqual([path]);
    expect(forced.report).toContain(
      `### Edits that this drops\n\n- \`${path}\``,
    );
    expect(carriedOut(folder, forced)).toEqual(afterMove(files, 'region2'));
  });

  it('stops where somebody removed a generated file', () => {
    const folder = files.filter(({ path }) => path !== STATEFUL_SET);
    expect(refused(folder)).toMatchObject(
      [
        { code: 'edited-by-hand', path: STATEFUL_SET, found: /no such file/ },
      ].map(({ found: _found, ...rest }) => rest),
    );
    const forced = planned(folder, {}, { overwriteEdited: true });
    expect(carriedOut(folder, forced)).toEqual(files);
  });

  it('stops where a file of somebody else is in the way', () => {
    const path = 'consumers/web/connection.yaml';
    const folder = [...files, { path, content: 'ours' }];
    const change = { addConsumers: [{ entityRef: 'component:default/web' }] };
    expect(refused(folder, change)).toMatchObject([
      { code: 'path-taken', path },
    ]);
    expect(
      planned(folder, change, { overwriteEdited: true }).overwritten,
    ).toEqual([path]);
  });

  it('does not mind an edit that is what is generated now', () => {
    const resized = repository('region1', { memoryBytes: 4 * 2 ** 30 });
    const folder = files.map(file =>
      file.path === STATEFUL_SET
        ? (resized.find(({ path }) => path === STATEFUL_SET) ?? file)
        : file,
    );
    expect(planned(folder, { memoryBytes: 4 * 2 ** 30 }).overwritten).toEqual(
      [],
    );
  });

  it.each`
    situation                     | overrides                                                  | code
    ${'another name'}             | ${{ name: 'logins' }}                                      | ${'another-cache'}
    ${'another topology'}         | ${{ useCase: 'rate-limiting' }}                            | ${'topology-changed'}
    ${'no region of the primary'} | ${{ primaryRegion: 'region2', otherRegions: ['region3'] }} | ${'primary-region-removed'}
  `('refuses $situation', ({ overrides, code }) => {
    expect(refused(files, {}, { overrides })).toMatchObject([
      { code, path: 'cache-request.yaml' },
    ]);
  });

  it('refuses where the files do not agree on the primary', () => {
    const folder = edited(files, 'catalog-info.yaml', text =>
      text.replace('primary-region: region1', 'primary-region: region2'),
    );
    expect(recordedSpec(folder)).toMatchObject({
      ok: false,
      errors: [{ code: 'annotation-disagrees' }],
    });
    expect(
      planRegeneration(folder, rendered(spec(), policyOf(), fullSettings())),
    ).toMatchObject({ ok: false, errors: [{ code: 'annotation-disagrees' }] });
  });

  it('says what a restart costs where every region is on its own', () => {
    const independent = repository('region1', {
      name: 'limits',
      useCase: 'rate-limiting',
    });
    const { report } = planned(independent, { memoryBytes: 2 ** 30 });
    expect(report).toContain('**The data of that region is lost**');
    expect(report).not.toContain('Move the primary');
  });
});

it.each(['session-cache', 'rate-limiting'])(
  'stops at a catalog file that cannot be read, rather than write over what others have in it: %s',
  useCase => {
    const manifests = rendered(
      spec({ useCase, consumers: [] }),
      policyOf(),
      fullSettings(),
    );
    const folder = edited(
      manifests.files,
      'catalog-info.yaml',
      text => `${text}---\n${'['.repeat(200_000)}`,
    );
    expect(
      planRegeneration(folder, manifests, { overwriteEdited: true }),
    ).toEqual({
      ok: false,
      errors: [
        expect.objectContaining({
          code: 'file-unreadable',
          path: 'catalog-info.yaml',
          message: expect.stringMatching(
            /line \d+: found text that nests too deeply/,
          ),
        }),
      ],
    });
  },
);
