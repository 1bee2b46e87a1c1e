import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import {
  CacheSpec,
  ManifestSettings,
  parsePolicy,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';

const ADR = resolve(
  __dirname,
  '../../../../../docs/adr/caching-with-dragonfly.md',
);

/** Two regions, and nothing else of a platform. */
export const settings: ManifestSettings = {
  regions: ['region1', 'region2'].map((name, index) => ({
    name,
    title: name,
    domain: `databases.${name}.example.com`,
    cidrs: [`10.${index + 1}.0.0/16`],
  })),
  image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
  serverVersion: '1.40.1',
  monitoringNamespace: 'monitoring',
};

const sessions: CacheSpec = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
  otherRegions: ['region2'],
  consumers: [],
};

/** The same regions on a platform that has secret stores. */
export const withSecretStores: ManifestSettings = {
  ...settings,
  regions: settings.regions.map(region => ({
    ...region,
    secretStore: {
      kind: 'ClusterSecretStore',
      name: 'vault',
      path: 'caches/{{cache}}',
    },
  })),
};

/** The same on a platform that issues certificates too. */
export const withCertificates: ManifestSettings = {
  ...withSecretStores,
  issuer: { kind: 'ClusterIssuer', name: 'platform' },
};

/** Writes what the generator makes of a session cache with its primary in region1, or of a variation of it. */
export async function writeManifests(
  folder: string,
  change: Partial<CacheSpec> = {},
  platform: ManifestSettings = settings,
): Promise<void> {
  const policy = parsePolicy(await readFile(ADR, 'utf8'));
  if (!policy.ok) {
    throw new Error(policy.errors.map(each => each.message).join('\n'));
  }
  const manifests = renderManifests(
    { ...sessions, ...change },
    policy.policy,
    platform,
    { policyRevision: 'test', generatorVersion: '0.1.0' },
  );
  if (!manifests.ok) {
    throw new Error(manifests.errors.map(each => each.message).join('\n'));
  }
  for (const { path, content } of manifests.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
