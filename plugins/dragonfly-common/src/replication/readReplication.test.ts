import {
  dragonflyPrimary,
  dragonflyReplica,
  redisPrimary,
  redisReplica,
  redisReplicaFullSync,
  redisReplicaLinkDown,
  redisReplicaNeverSynced,
} from './__fixtures__/infoReplies';
import { parseInfo } from './parseInfo';
import { readReplication } from './readReplication';

function read(text: string) {
  const result = readReplication(parseInfo(text));
  return result.ok ? result.value : result.failure;
}

describe('Dragonfly', () => {
  it('reads a primary, whose lag counts records', () => {
    expect(read(dragonflyPrimary)).toEqual({
      role: 'primary',
      replicationId: '23da84e854077a6beb9d5250a8960f5491b75003',
      replicas: [
        { address: 'region2', port: 6379, state: 'online', lagRecords: 524 },
      ],
    });
  });

  it.each`
    situation                         | text                                                                               | connectedReplicas
    ${'hides its replicas'}           | ${dragonflyPrimary.replace(/^slave0:.*\r\n/m, '')}                                 | ${1}
    ${'hides that it has none'}       | ${dragonflyPrimary.replace(/^slave0:.*\r\n/m, '').replace('slaves:1', 'slaves:0')} | ${undefined}
    ${'lists them'}                   | ${dragonflyPrimary}                                                                | ${undefined}
    ${'lists one that is unreadable'} | ${dragonflyPrimary.replace('ip=region2,', '')}                                     | ${undefined}
    ${'does not count them'}          | ${dragonflyPrimary.replace(/^(slave0|connected_slaves):.*\r\n/gm, '')}             | ${undefined}
  `(
    'takes the count of a primary only where it $situation: $connectedReplicas',
    ({ text, connectedReplicas }) => {
      const facts = read(text);
      expect(facts).toMatchObject({ role: 'primary' });
      expect(Reflect.get(facts, 'connectedReplicas')).toBe(connectedReplicas);
    },
  );

  it('reads a replica, whose offset counts records', () => {
    expect(read(dragonflyReplica)).toEqual({
      role: 'replica',
      primaryHost: '127.0.0.1',
      primaryPort: 7101,
      link: 'up',
      fullSyncInProgress: false,
      primaryReplicationId: '23da84e854077a6beb9d5250a8960f5491b75003',
      secondsSinceLastIo: 0,
      offset: { unit: 'records', value: 989 },
      partialSync: { attempts: 2, successes: 1 },
    });
  });

  it('knows the role word of --info_replication_valkey_compatible=false', () => {
    expect(
      read(dragonflyReplica.replace('role:slave', 'role:replica')),
    ).toMatchObject({ role: 'replica' });
  });

  it('takes the Unix time and an empty id for what they are: never up, never synchronised', () => {
    const facts = read(
      dragonflyReplica
        .replace('link_status:up', 'link_status:down')
        .replace('seconds_ago:0', 'seconds_ago:1795521104')
        .replace(/master_replid:\w+/, 'master_replid:')
        .replace(/slave_repl_offset:989\r\n/, ''),
    );
    expect(facts).toMatchObject({ role: 'replica', link: 'down' });
    expect(facts).toHaveProperty('secondsSinceLastIo', undefined);
    expect(facts).toHaveProperty('primaryReplicationId', undefined);
    expect(facts).toHaveProperty('offset', undefined);
  });

  it('reads the first of several primaries', () => {
    expect(
      read(
        dragonflyReplica +
          dragonflyReplica.replace('127.0.0.1', '127.0.0.9').replace('# R', ''),
      ),
    ).toMatchObject({ primaryHost: '127.0.0.1' });
  });

  it('reads a primary that hides its replicas (--managed_service_info)', () => {
    expect(read(dragonflyPrimary.replace(/slave0:.*\r\n/, ''))).toMatchObject({
      role: 'primary',
      replicas: [],
    });
  });

  it.each`
    word             | state
    ${'preparation'} | ${'preparation'}
    ${'full_sync'}   | ${'full-sync'}
    ${'stable_sync'} | ${'online'}
    ${'cancelled'}   | ${'cancelled'}
    ${'newer_word'}  | ${'unknown'}
  `('reads the replica state $word as $state', ({ word, state }) => {
    expect(
      read(dragonflyPrimary.replace('state=online', `state=${word}`)),
    ).toMatchObject({ replicas: [{ state }] });
  });
});

describe('Redis and Valkey', () => {
  it('reads a primary, whose lag counts seconds', () => {
    expect(read(redisPrimary)).toEqual({
      role: 'primary',
      replicationId: '75a84da422c3bb090bfe326576e8f3525a0a5ba1',
      offsetBytes: 1428,
      replicas: [
        {
          address: '10.0.0.2',
          port: 7712,
          state: 'online',
          offsetBytes: 1400,
          secondsSinceAcknowledgement: 1,
        },
      ],
    });
  });

  it('reads a replica, whose offset counts bytes', () => {
    expect(read(redisReplica)).toEqual({
      role: 'replica',
      primaryHost: 'primary.example.com',
      primaryPort: 7711,
      link: 'up',
      fullSyncInProgress: false,
      primaryReplicationId: '75a84da422c3bb090bfe326576e8f3525a0a5ba1',
      secondsSinceLastIo: 3,
      offset: { unit: 'bytes', value: 1414 },
    });
  });

  it('takes a broken link for a copy with an age', () => {
    expect(read(redisReplicaLinkDown)).toMatchObject({
      link: 'down',
      secondsSinceLastIo: 2,
      offset: { unit: 'bytes', value: 1414 },
    });
  });

  it.each([redisReplicaNeverSynced, redisReplicaFullSync])(
    'does not take the id and the offset a replica begins with for a copy',
    text => {
      const facts = read(text);
      expect(facts).toMatchObject({ role: 'replica', link: 'down' });
      expect(facts).not.toHaveProperty('offset');
      expect(facts).not.toHaveProperty('primaryReplicationId');
    },
  );

  it.each`
    word             | state
    ${'wait_bgsave'} | ${'preparation'}
    ${'send_bulk'}   | ${'full-sync'}
  `('reads the replica state $word as $state', ({ word, state }) => {
    expect(
      read(redisPrimary.replace('state=online', `state=${word}`)),
    ).toMatchObject({ replicas: [{ state }] });
  });
});

it.each`
  reply                                              | message
  ${''}                                              | ${/names no role/}
  ${'+PONG'}                                         | ${/names no role/}
  ${'# Replication\nrole:sentinel'}                  | ${/names no role/}
  ${'# Replication\nrole:master'}                    | ${/no replication id/}
  ${'# Replication\nrole:slave'}                     | ${/does not name its primary/}
  ${dragonflyReplica.replace('status:up', 'status')} | ${/whether its link is up/}
`('refuses $reply', ({ reply, message }) => {
  expect(read(reply)).toEqual({
    kind: 'protocol',
    message: expect.stringMatching(message),
  });
});

it('passes over a replica line that names no replica', () => {
  expect(
    read(
      dragonflyPrimary.replace(
        /slave0:.*/,
        'slave0:port=1,state=online\r\nslave1:ip=::1,port=2,state=online,lag=1',
      ),
    ),
  ).toMatchObject({ replicas: [{ address: '::1', port: 2 }] });
});
