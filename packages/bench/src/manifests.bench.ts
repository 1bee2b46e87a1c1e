/**
 * What the wizard and the action cost: reading the ADR and rendering the manifests of one cache.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  CacheSpec,
  ManifestSettings,
  parsePolicy,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { reportClaims } from './claims';
import { measure } from './timing';

const adr = readFileSync(
  resolve(__dirname, '../../../docs/adr/caching-with-dragonfly.md'),
  'utf8',
);
const settings: ManifestSettings = {
  regions: [
    {
      name: 'region1',
      title: 'Frankfurt',
      domain: 'databases.region1.example.com',
      cidrs: ['10.1.0.0/16'],
    },
    {
      name: 'region2',
      title: 'Dublin',
      domain: 'databases.region2.example.com',
      cidrs: ['10.2.0.0/16'],
    },
  ],
  image: 'docker.dragonflydb.io/dragonflydb/dragonfly:v1.40.1',
  serverVersion: '1.40.1',
  monitoringNamespace: 'monitoring',
};
const spec: CacheSpec = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
  otherRegions: ['region2'],
  consumers: [
    { entityRef: 'component:default/login' },
    { entityRef: 'component:default/checkout' },
  ],
};

function readPolicy() {
  const result = parsePolicy(adr);
  if (!result.ok) {
    throw new Error(result.errors.map(error => error.message).join('\n'));
  }
  return result.policy;
}

const policy = readPolicy();
function render() {
  const result = renderManifests(spec, policy, settings, {
    policyRevision: 'sha256:benchmark',
  });
  if (!result.ok) {
    throw new Error(result.errors.map(error => error.message).join('\n'));
  }
}

const parsing = measure(readPolicy);
const rendering = measure(render);
process.stdout.write(
  `parse of the ADR: median ${parsing.median.toFixed(2)} ms, p95 ${parsing.p95.toFixed(2)} ms\n` +
    `render of one cache: median ${rendering.median.toFixed(2)} ms, p95 ${rendering.p95.toFixed(2)} ms\n`,
);
reportClaims([
  {
    name: 'parse of the ADR, median',
    measured: parsing.median,
    target: 5,
    unit: 'ms',
  },
  {
    name: 'render of one cache, median',
    measured: rendering.median,
    target: 10,
    unit: 'ms',
  },
]);
