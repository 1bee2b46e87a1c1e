import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePolicy, PolicyDocument } from 'backstage-plugin-dragonfly-common';
import { REVISION } from './policyDocument';

const ADR_FILE = resolve(
  __dirname,
  '../../../../docs/adr/caching-with-dragonfly.md',
);

/** What the backend serves of the decision record that the portal ships with, for two regions. */
export function adrDocument(
  overrides: Partial<PolicyDocument> = {},
): PolicyDocument {
  const result = parsePolicy(readFileSync(ADR_FILE, 'utf8'));
  if (!result.ok) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  return {
    revision: REVISION,
    source: 'https://github.com/acme/handbook/blob/main/adr/caching.md',
    readAt: '2026-11-24T12:00:00.000Z',
    policy: result.policy,
    problems: result.warnings,
    settings: {
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
    },
    ...overrides,
  };
}
