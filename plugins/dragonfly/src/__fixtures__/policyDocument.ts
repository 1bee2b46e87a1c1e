import {
  Policy,
  PolicyDocument,
  ServerTemplate,
  UseCase,
} from 'backstage-plugin-dragonfly-common';

export const REVISION = `sha256:${'1'.repeat(64)}`;

export function policyRow(overrides: Partial<UseCase> = {}): UseCase {
  return {
    id: 'session-cache',
    title: 'Session cache',
    ttl: { seconds: 86_400, text: '24h' },
    eviction: 'lru',
    disasterRecovery: 'required',
    otherColumns: {},
    line: 160,
    ...overrides,
  };
}

export const useCases = [
  policyRow(),
  policyRow({
    id: 'rate-limiting',
    title: 'Rate limiting',
    ttl: { seconds: 60, text: '1m' },
    eviction: 'fixed',
    disasterRecovery: 'local',
    line: 161,
  }),
  policyRow({
    id: 'api-cache',
    title: 'API cache',
    ttl: { seconds: 300, text: '5m' },
    disasterRecovery: 'optional',
    line: 162,
  }),
];

const server: ServerTemplate = {
  name: { value: 'dragonfly', line: 88 },
  namespace: { value: 'databases', line: 89 },
  image: { value: 'dragonfly:latest', line: 96 },
  arguments: [],
  port: { value: 6379, line: 102 },
  memoryBytes: { value: 2 ** 31, line: 99 },
  cacheMode: { value: true, line: 100 },
  secrets: [],
  line: 84,
};

function policy(overrides: Partial<Policy> = {}): Policy {
  return {
    title: 'Caching with Dragonfly',
    status: { value: 'accepted', line: 3 },
    dates: {},
    useCases,
    primary: server,
    replica: server,
    replicaOf: { value: 'dragonfly.region1.<domain>:6379', line: 131 },
    characteristics: [],
    commands: { attach: [], promote: [] },
    rationale: { options: [], factors: [] },
    monitoring: [],
    consequences: { positive: [], negative: [] },
    links: [],
    notes: [],
    ...overrides,
  };
}

/** The policy in force, with three use cases and three regions. */
export function policyDocument(
  overrides: Partial<Omit<PolicyDocument, 'policy'>> & {
    policy?: Partial<Policy>;
  } = {},
): PolicyDocument {
  return {
    revision: REVISION,
    source: 'docs/adr/caching-with-dragonfly.md',
    readAt: '2026-11-24T12:00:00.000Z',
    problems: [],
    settings: {
      regions: ['Frankfurt', 'Dublin', 'Stockholm'].map((title, index) => ({
        name: `region${index + 1}`,
        title,
        domain: `region${index + 1}.example.com`,
        cidrs: [],
      })),
      image: 'dragonfly:v1.40.1',
      serverVersion: '1.40.1',
      monitoringNamespace: 'monitoring',
    },
    ...overrides,
    policy: policy(overrides.policy),
  };
}
