import {
  CacheSpec,
  ManifestFile,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { version as generatorVersion } from 'backstage-plugin-dragonfly-common/package.json';
import { policyDocument } from './policyDocument';

const document = policyDocument();

/** A session cache of two regions with one consumer, as it would be generated under the policy the portal ships with. */
export function cacheFiles(overrides: Partial<CacheSpec> = {}): ManifestFile[] {
  const rendered = renderManifests(
    {
      name: 'sessions',
      owner: 'group:default/identity',
      useCase: 'session-cache',
      primaryRegion: 'region1',
      otherRegions: ['region2'],
      consumers: [{ entityRef: 'component:default/web' }],
      ...overrides,
    },
    document.policy,
    document.settings,
    { policyRevision: document.revision, generatorVersion },
  );
  if (!rendered.ok) {
    throw new Error(JSON.stringify(rendered.errors));
  }
  return rendered.files;
}

/** Text by path below a folder, as test directories and repositories take it. */
export function byPath(
  files: readonly ManifestFile[],
  folder = '',
): Record<string, string> {
  return Object.fromEntries(
    files.map(({ content, path }) => [
      folder ? `${folder}/${path}` : path,
      content,
    ]),
  );
}
