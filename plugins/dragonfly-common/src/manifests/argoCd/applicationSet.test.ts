import { parse } from 'yaml';
import { z } from 'zod';
import {
  contentOf,
  independentSpec,
  platformSettings,
  policyOf,
  rendered,
  repository,
  spec,
} from '../__testUtils__/caches';
import { CacheSpec, ManifestSettings, RegionSettings } from '../types';

const elements = z.array(z.record(z.string(), z.string()));

function setOf(
  request: CacheSpec = spec({ repository }),
  from: ManifestSettings = platformSettings(),
) {
  const manifests = rendered(request, policyOf(), from);
  return parse(contentOf(manifests, 'argocd/application-set.yaml'));
}

/** The Applications of an ApplicationSet: `{{ .field }}` of each element filled in, a missing field being an error. */
function applicationsOf(set: ReturnType<typeof setOf>) {
  const { generators, template } = set.spec;
  return elements.parse(generators[0].list.elements).map(element =>
    JSON.parse(
      JSON.stringify(template).replace(/\{\{ \.(\w+) \}\}/g, (_, field) => {
        if (!(field in element)) throw new Error(`Found no field "${field}"`);
        return element[field];
      }),
    ),
  );
}

function withClusters(...clusters: RegionSettings['cluster'][]) {
  return platformSettings({
    regions: platformSettings().regions.map((region, index) => ({
      ...region,
      cluster: clusters[index],
    })),
  });
}

describe('the ApplicationSet', () => {
  it('makes one Application per region from the overlay of that region', () => {
    const applications = applicationsOf(setOf());
    expect(applications.map(({ metadata }) => metadata.name)).toEqual([
      'sessions-region1',
      'sessions-region2',
    ]);
    expect(applications[1].spec).toMatchObject({
      project: 'caches',
      source: {
        repoURL: 'https://github.com/acme/deployments',
        targetRevision: 'main',
        path: 'caches/sessions/overlays/region2',
      },
      destination: { name: 'region2-production', namespace: 'databases' },
    });
  });

  it('reads paths that exist among the files', () => {
    const { files } = rendered(
      spec({ repository }),
      policyOf(),
      platformSettings(),
    );
    for (const { spec: application } of applicationsOf(setOf())) {
      const path = application.source.path.replace('caches/sessions/', '');
      expect(files.map(file => file.path)).toContain(
        `${path}/kustomization.yaml`,
      );
    }
  });

  it('heals, deletes nothing by itself, and respects what it ignores', () => {
    const { syncPolicy, template } = setOf().spec;
    expect(syncPolicy).toEqual({ preserveResourcesOnDeletion: true });
    expect(template.spec.syncPolicy).toEqual({
      automated: { selfHeal: true, prune: false },
      syncOptions: ['RespectIgnoreDifferences=true', 'ServerSideApply=true'],
    });
  });

  it('stops at a field that is not there instead of writing "<no value>"', () => {
    expect(setOf().spec).toMatchObject({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
    });
  });

  it.each([
    ['names', [{ name: 'a' }, { name: 'b' }], [{ name: 'a' }, { name: 'b' }]],
    [
      'servers',
      [{ server: 'https://a:6443' }, { server: 'https://b:6443' }],
      [{ server: 'https://a:6443' }, { server: 'https://b:6443' }],
    ],
    [
      'both, each with the other one empty',
      [{ name: 'a' }, { server: 'https://b:6443' }],
      [
        { name: 'a', server: '' },
        { name: '', server: 'https://b:6443' },
      ],
    ],
  ])('reaches clusters by %s', (_, clusters, destinations) => {
    const applications = applicationsOf(
      setOf(spec({ repository }), withClusters(...clusters)),
    );
    expect(
      applications.map(({ spec: { destination } }) => destination),
    ).toEqual(destinations.map(each => ({ ...each, namespace: 'databases' })));
  });

  it('ignores nothing where no server is ever promoted', () => {
    const { template } = setOf(independentSpec({ repository })).spec;
    expect(template.spec).not.toHaveProperty('ignoreDifferences');
    expect(template.spec.syncPolicy.syncOptions).toEqual([
      'ServerSideApply=true',
    ]);
  });

  it.each([
    ['no repository', spec(), platformSettings()],
    [
      'no Argo CD',
      spec({ repository }),
      platformSettings({ argoCd: undefined }),
    ],
    ['a cluster unknown', spec({ repository }), withClusters({ name: 'a' })],
    [
      'the request saying no',
      spec({ repository, argoCd: false }),
      platformSettings(),
    ],
  ])('is left out with %s', (_, request, from) => {
    const { files } = rendered(request, policyOf(), from);
    expect(files.some(({ path }) => path.startsWith('argocd/'))).toBe(false);
    expect(
      contentOf(rendered(request, policyOf(), from), 'README.md'),
    ).not.toContain('## Argo CD');
  });

  it('is explained: live first, then Git', () => {
    const manifests = rendered(
      spec({ repository }),
      policyOf(),
      platformSettings(),
    );
    expect(contentOf(manifests, 'README.md')).toContain(
      '**A role change is made on the running servers first, then in Git.**',
    );
  });
});
