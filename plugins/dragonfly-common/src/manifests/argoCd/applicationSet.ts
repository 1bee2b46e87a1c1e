import { KubernetesObject, PlainValue } from '../kubernetesObject';
import { labelsOf } from '../names';
import { ResolvedCache, ResolvedRegion } from '../resolvedCache';
import { ArgoCdSettings, CacheRepository, RegionSettings } from '../types';
import { IgnoredDifference, roleDifferences } from './roleDifferences';

type Cluster = NonNullable<RegionSettings['cluster']>;

/** Folder of a cache in its repository. */
export function folderInRepository(
  cache: ResolvedCache,
  { folder }: CacheRepository,
): string {
  return `${folder}/${cache.name}`;
}

function clustersOf(cache: ResolvedCache): [ResolvedRegion, Cluster][] {
  return cache.regions.flatMap((region): [ResolvedRegion, Cluster][] =>
    region.cluster ? [[region, region.cluster]] : [],
  );
}

/** Argo CD knows a cluster by name or by API server. An element that lacks one leaves it empty, which is not set. */
function addressOf(cluster: Cluster): { name: string; server: string } {
  return 'name' in cluster
    ? { name: cluster.name, server: '' }
    : { name: '', server: cluster.server };
}

function syncPolicy(ignored: IgnoredDifference[]): PlainValue {
  const options =
    ignored.length > 0
      ? // Both are needed: only a server-side apply leaves out what is ignored, instead of setting it back at a sync.
        ['RespectIgnoreDifferences=true', 'ServerSideApply=true']
      : ['ServerSideApply=true'];
  return {
    automated: {
      selfHeal: true,
      // A file lost from the folder by mistake would take the server and the only copy of its data with it.
      prune: false,
    },
    syncOptions: options,
  };
}

function templateOf(
  cache: ResolvedCache,
  argoCd: ArgoCdSettings & { repository: CacheRepository },
): PlainValue {
  const addresses = clustersOf(cache).map(([, each]) => addressOf(each));
  const ignored = roleDifferences(cache);
  return {
    metadata: { name: '{{ .application }}' },
    spec: {
      project: argoCd.project,
      source: {
        repoURL: argoCd.repository.url,
        targetRevision: argoCd.revision,
        path: '{{ .path }}',
      },
      destination: {
        name: addresses.some(({ name }) => name)
          ? '{{ .clusterName }}'
          : undefined,
        server: addresses.some(({ server }) => server)
          ? '{{ .clusterServer }}'
          : undefined,
        namespace: cache.namespace,
      },
      syncPolicy: syncPolicy(ignored),
      ignoreDifferences:
        ignored.length > 0 ? ignored.map(each => ({ ...each })) : undefined,
    },
  };
}

/**
 * One Argo CD Application for each region, each reading the overlay of its region. Nothing in it says which region has
 * the primary, so a promotion does not change it.
 */
export function applicationSet(
  cache: ResolvedCache,
  argoCd: ArgoCdSettings & { repository: CacheRepository },
): KubernetesObject {
  const root = folderInRepository(cache, argoCd.repository);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: cache.name,
      namespace: argoCd.namespace,
      labels: labelsOf(cache.name),
    },
    spec: {
      goTemplate: true,
      // A misspelt field stops the generation instead of becoming "<no value>".
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          list: {
            elements: clustersOf(cache).map(([region, cluster]) => {
              const { name, server } = addressOf(cluster);
              return {
                application: `${cache.name}-${region.name}`,
                clusterName: name,
                clusterServer: server,
                path: `${root}/overlays/${region.name}`,
              };
            }),
          },
        },
      ],
      // Removing a region or the ApplicationSet by mistake leaves the servers and their data where they are.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: templateOf(cache, argoCd),
    },
  };
}
