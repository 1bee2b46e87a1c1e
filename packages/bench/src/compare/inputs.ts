import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  CacheSpec,
  ManifestFile,
  ManifestSettings,
  Policy,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';

const PROJECT = resolve(__dirname, '../../../..');
const FIXTURES = 'plugins/dragonfly-common/src/lint/__fixtures__';

/** Manifests to compare, whoever made them. */
export interface Input {
  title: string;
  files: ManifestFile[];
}

function file(path: string): ManifestFile {
  return { path, content: readFileSync(resolve(PROJECT, path), 'utf8') };
}

/** A platform that has everything a request can choose. */
export const settings: ManifestSettings = {
  regions: ['region1', 'region2'].map((name, index) => ({
    name,
    title: name,
    domain: `databases.${name}.example.com`,
    cidrs: [`10.${index + 1}.0.0/16`],
    cluster: { name },
    secretStore: {
      kind: 'ClusterSecretStore',
      name: 'vault',
      path: 'caches/{{cache}}',
    },
  })),
  image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
  serverVersion: '1.40.1',
  monitoringNamespace: 'monitoring',
  issuer: { kind: 'ClusterIssuer', name: 'internal' },
  argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
};

const request: CacheSpec = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
  otherRegions: ['region2'],
  consumers: [{ entityRef: 'component:default/checkout' }],
  repository: { url: 'https://git.example.com/platform', folder: 'caches' },
};

function generated(policy: Policy): ManifestFile[] {
  const result = renderManifests(request, policy, settings, {
    policyRevision: 'sha256:benchmark',
  });
  if (!result.ok) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  return result.files;
}

/** The text of the ADR that the portal ships with. */
export function adrText(): string {
  return file('docs/adr/caching-with-dragonfly.md').content;
}

/** What is compared: what this project makes, the ADR as written, and what charts and the operator start from. */
export function inputsOf(policy: Policy): Input[] {
  return [
    { title: 'this project', files: generated(policy) },
    {
      title: 'the ADR, copied',
      files: [file('docs/adr/caching-with-dragonfly.md')],
    },
    {
      title: 'chart, one instance',
      files: [file(`${FIXTURES}/chart-single-instance.yaml`)],
    },
    {
      title: 'operator resource',
      files: [file(`${FIXTURES}/operator-replica.yaml`)],
    },
    { title: 'Redis pair', files: [file(`${FIXTURES}/redis-pair.yaml`)] },
  ];
}
