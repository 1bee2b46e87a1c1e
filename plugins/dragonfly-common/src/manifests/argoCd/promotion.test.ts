import { parse } from 'yaml';
import {
  contentOf,
  platformSettings,
  policyOf,
  rendered,
  repository,
  spec,
} from '../__testUtils__/caches';
import { ignoredSchema, outOfSync, synced } from '../__testUtils__/argoDiff';
import { RenderedManifests } from '../types';

function cacheIn(primaryRegion: string, otherRegion: string) {
  return rendered(
    spec({ primaryRegion, otherRegions: [otherRegion], repository }),
    policyOf(),
    platformSettings(),
  );
}

const before = cacheIn('region1', 'region2');
const after = cacheIn('region2', 'region1');

function objectsOf({ files }: RenderedManifests, region: string): unknown[] {
  return files
    .filter(({ path }) =>
      ['base/', `overlays/${region}/`].some(start => path.startsWith(start)),
    )
    .filter(({ path }) => !path.endsWith('kustomization.yaml'))
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(({ content }) => parse(content));
}

const ignored = ignoredSchema.parse(
  parse(contentOf(before, 'argocd/application-set.yaml')).spec.template.spec
    .ignoreDifferences,
);

describe.each(['region1', 'region2'])('a promotion made live in %s', region => {
  const git = objectsOf(before, region);
  const live = objectsOf(after, region);

  it('is no difference to Argo CD, so self-heal leaves it alone', () => {
    expect(outOfSync(git, live, ignored)).toEqual([]);
  });

  it('would be one without the pointers', () => {
    expect(outOfSync(git, live, [])).toEqual([
      'ConfigMap databases/sessions-role',
      'Service databases/sessions-write',
    ]);
  });

  it('survives a sync that something else causes', () => {
    expect(synced(git, live, ignored)).toEqual(live);
    expect(synced(git, live, [])).toEqual(git);
  });

  it('stays when Git follows, and when a commit says otherwise', () => {
    expect(outOfSync(live, live, ignored)).toEqual([]);
    expect(synced(live, live, ignored)).toEqual(live);
    // Fail-back in Git alone: nothing happens before it is made on the servers.
    expect(synced(git, live, ignored)).toEqual(live);
  });

  it('comes from Git where the cluster is new', () => {
    expect(synced(live, [], ignored)).toEqual(live);
  });

  it('hides no other difference', () => {
    const tampered = live.map(object =>
      JSON.parse(
        JSON.stringify(object).replace(
          '"kind":"NetworkPolicy"',
          '"kind":"NetworkPolicy","x":1',
        ),
      ),
    );
    expect(outOfSync(git, tampered, ignored)).toEqual([
      'NetworkPolicy databases/sessions',
    ]);
  });
});

describe('the ApplicationSet', () => {
  it('is the same whichever region has the primary', () => {
    const path = 'argocd/application-set.yaml';
    expect(contentOf(after, path)).toBe(contentOf(before, path));
  });
});
