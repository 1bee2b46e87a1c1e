import {
  dragonflyPrimary,
  dragonflyReplica,
  redisPrimary,
} from './__fixtures__/infoReplies';
import { factsFromInfo, InfoReplies } from './factsFromInfo';
import { NodeFacts } from './types';

const allSections = {
  server: '# Server\r\ndragonfly_version:df-v1.40.1\r\nuptime_in_seconds:27',
  memory: '# Memory\r\nused_memory:5\r\nmaxmemory:10',
  keyspace: '# Keyspace\r\ndb0:keys=3,expires=2',
};

function facts(replies: InfoReplies, previous?: NodeFacts): NodeFacts {
  const result = factsFromInfo(replies, previous);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const before = facts({ replication: dragonflyReplica, ...allSections });

it('puts all sections together', () => {
  expect(before).toMatchObject({
    flavour: 'dragonfly',
    version: '1.40.1',
    uptimeSeconds: 27,
    replication: { role: 'replica' },
    memory: { usedBytes: 5, limitBytes: 10 },
    keys: { total: 3, expiring: 2 },
  });
});

it('carries over what was not asked this time', () => {
  expect(facts({ replication: dragonflyReplica }, before)).toEqual(before);
});

it.each([dragonflyReplica, dragonflyPrimary, redisPrimary])(
  'keeps what did not change once: %#',
  replication => {
    const first = facts({ replication });

    expect(facts({ replication }, first).replication).toBe(first.replication);
  },
);

it.each`
  change                           | replication
  ${'the primary restarted'}       | ${dragonflyReplica.replace(/replid:23/, 'replid:99')}
  ${'a full sync began'}           | ${dragonflyReplica.replace('in_progress:0', 'in_progress:1')}
  ${'the server became a primary'} | ${dragonflyPrimary}
`('does not carry over when $change', ({ replication }) => {
  expect(facts({ replication }, before)).toMatchObject({
    flavour: 'dragonfly',
    version: undefined,
    memory: undefined,
    keys: undefined,
  });
});

it('does not carry over when a primary restarted', () => {
  const primary = facts({ replication: dragonflyPrimary, ...allSections });
  expect(
    facts(
      { replication: dragonflyPrimary.replace(/replid:23/, 'replid:99') },
      primary,
    ).keys,
  ).toBeUndefined();
});

it.each`
  replication         | flavour
  ${dragonflyPrimary} | ${'dragonfly'}
  ${redisPrimary}     | ${'redis'}
`('tells $flavour by its dialect until INFO server is asked', row => {
  expect(facts({ replication: row.replication }).flavour).toBe(row.flavour);
});

it.each([
  { replication: '' },
  { replication: dragonflyPrimary, server: '' },
  { replication: dragonflyPrimary, memory: 'ERR' },
])('fails when a section cannot be used: %j', replies => {
  expect(factsFromInfo(replies)).toMatchObject({
    ok: false,
    failure: { kind: 'protocol' },
  });
});
