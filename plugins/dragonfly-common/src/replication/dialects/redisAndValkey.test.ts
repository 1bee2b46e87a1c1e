import { factsFromInfo, InfoReplies } from '../factsFromInfo';
import { ServerFlavour, NodeFacts } from '../types';
import { dialects, REPLICATION_ID } from './__fixtures__/servers';

function facts(replies: InfoReplies): NodeFacts {
  const result = factsFromInfo(replies);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** What everybody says beside replication in the situation of the fixtures. */
const common = (flavour: ServerFlavour, version: string) => ({
  flavour,
  version,
  uptimeSeconds: 27,
  memory: {
    usedBytes: 1_048_576,
    limitBytes: 67_108_864,
    whenFull: 'evicts',
    policy: 'allkeys-lru',
  },
  keys: { total: 3, expiring: 2 },
  counters: {
    hits: 5,
    misses: 6,
    commands: 12,
    evictedKeys: 4,
    expiredKeys: 3,
    observedAt: 1_000,
  },
});

it('has every version that is looked after', () => {
  expect(
    dialects.map(({ flavour, version }) => `${flavour} ${version.slice(0, 3)}`),
  ).toEqual([
    'redis 6.2',
    'redis 7.0',
    'redis 7.2',
    'redis 7.4',
    'redis 8.0',
    'valkey 7.2',
    'valkey 8.0',
    'valkey 8.1',
  ]);
});

describe.each(dialects)('$server', dialect => {
  const { flavour, version } = dialect;

  it('says the same as a primary', () => {
    expect(facts(dialect.primary)).toEqual({
      ...common(flavour, version),
      replication: {
        role: 'primary',
        replicationId: REPLICATION_ID,
        offsetBytes: 1428,
        replicas: [
          {
            address: '10.0.0.2',
            port: 6379,
            state: 'online',
            offsetBytes: 1400,
            secondsSinceAcknowledgement: 1,
          },
        ],
      },
    });
  });

  it('says the same as a replica', () => {
    expect(facts(dialect.replica)).toEqual({
      ...common(flavour, version),
      replication: {
        role: 'replica',
        primaryHost: 'primary.example.com',
        primaryPort: 6379,
        link: 'up',
        fullSyncInProgress: false,
        primaryReplicationId: REPLICATION_ID,
        secondsSinceLastIo: 3,
        offset: { unit: 'bytes', value: 1414 },
      },
    });
  });

  it('lists no replica as online while it copies everything', () => {
    const { replication } = facts({ replication: dialect.copying });
    if (replication.role !== 'primary') throw new Error('Expected a primary.');
    const states = replication.replicas.map(({ state }) => state);
    // Also where it copies over two channels and has a line for each.
    expect(states).toEqual(['full-sync']);
  });
});
