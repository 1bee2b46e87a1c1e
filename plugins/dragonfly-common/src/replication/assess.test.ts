import { NodeDeclaration } from '../inventory/types';
import {
  connectedReplica,
  declaration,
  declaredNode,
  failed,
  neverSynced,
  NOW,
  primary,
  replica,
  windowOf,
} from './__fixtures__/builders';
import { assess } from './assess';
import { Observation, ObservationWindow } from './types';

function judge(observations: Observation[], cache = declaration()) {
  const state = assess(cache, windowOf(...observations), NOW);
  return {
    ...state,
    codes: state.reasons.map(({ code }) => code),
    messages: state.reasons.map(({ message }) => message),
  };
}

const GiB = 1024 ** 3;
const memory = (
  usedBytes: number,
  limitBytes: number | undefined,
  whenFull: 'evicts' | 'refuses-writes',
) => ({ usedBytes, limitBytes, whenFull });
const foreign = { primaryReplicationId: 'other' };
const records = (value: number) => ({ unit: 'records' as const, value });
const timedOut = { acknowledgedReplicas: 0, elapsedMs: 1001, timeoutMs: 1000 };
const hanging = {
  kind: 'timeout',
  message: 'no answer in time',
  answersPing: true,
} as const;
const asPrimary = { region: 'region2', replicas: [] };

it.each`
  situation                                              | observations                                                                                                                                                                                        | verdict       | reasons
  ${'both up, in sync'}                                  | ${[primary(), replica()]}                                                                                                                                                                           | ${'healthy'}  | ${[]}
  ${'nothing probed yet'}                                | ${[]}                                                                                                                                                                                               | ${'unknown'}  | ${['NOT_OBSERVED', 'NOT_OBSERVED']}
  ${'replica in full sync reports lag 0'}                | ${[primary(), replica({ sync: true })]}                                                                                                                                                             | ${'degraded'} | ${['FULL_SYNC']}
  ${'Redis replica in full sync has its link down'}      | ${[primary({ flavour: 'redis' }), replica({ sync: true, link: 'down', flavour: 'redis' })]}                                                                                                         | ${'degraded'} | ${['FULL_SYNC']}
  ${'only the primary tells of the full sync'}           | ${[primary({ replicas: [connectedReplica({ state: 'full-sync' })] }), failed('auth', { region: 'region2' })]}                                                                                       | ${'degraded'} | ${['FULL_SYNC', 'AUTH_FAILED']}
  ${'two primaries after a region came back'}            | ${[primary(), primary(asPrimary)]}                                                                                                                                                                  | ${'critical'} | ${['DUAL_PRIMARY', 'ROLE_DRIFT']}
  ${'the old answer of a dead primary'}                  | ${[primary({ at: -1 }), failed('refused'), primary(asPrimary)]}                                                                                                                                     | ${'critical'} | ${['UNREACHABLE', 'RESTART_UNSAFE', 'ROLE_DRIFT']}
  ${'the old answer of a wavering primary'}              | ${[primary({ at: -1 }), failed('timeout'), primary(asPrimary)]}                                                                                                                                     | ${'degraded'} | ${['ROLE_DRIFT']}
  ${'two replicas'}                                      | ${[replica({ region: 'region1', link: 'down' }), replica()]}                                                                                                                                        | ${'critical'} | ${['NO_PRIMARY', 'LINK_DOWN', 'ROLE_DRIFT']}
  ${'primary refused, replica lost its link'}            | ${[failed('refused'), replica({ link: 'down' })]}                                                                                                                                                   | ${'critical'} | ${['NO_PRIMARY', 'UNREACHABLE', 'LINK_DOWN']}
  ${'primary silent: it may serve its region'}           | ${[failed('timeout', { at: -1 }), failed('timeout'), replica({ link: 'down' })]}                                                                                                                    | ${'critical'} | ${['UNREACHABLE', 'LINK_DOWN']}
  ${'one timeout of the primary'}                        | ${[primary({ at: -1 }), failed('timeout'), replica()]}                                                                                                                                              | ${'healthy'}  | ${[]}
  ${'one timeout, and nothing else ever'}                | ${[failed('timeout'), replica()]}                                                                                                                                                                   | ${'unknown'}  | ${['NOT_OBSERVED']}
  ${'one timeout after a long pause'}                    | ${[primary({ at: -60 }), failed('timeout'), replica()]}                                                                                                                                             | ${'unknown'}  | ${['NOT_OBSERVED']}
  ${'everything silent'}                                 | ${[failed('refused'), failed('refused', { region: 'region2' })]}                                                                                                                                    | ${'critical'} | ${['UNREACHABLE', 'UNREACHABLE']}
  ${'the portal is locked out of the primary'}           | ${[failed('auth'), replica()]}                                                                                                                                                                      | ${'unknown'}  | ${['AUTH_FAILED']}
  ${'the certificate has expired'}                       | ${[failed('tls'), replica()]}                                                                                                                                                                       | ${'unknown'}  | ${['NOT_OBSERVED']}
  ${'the old primary is being taken over'}               | ${[primary({ at: -1 }), failed('loading'), replica()]}                                                                                                                                              | ${'degraded'} | ${['TAKEOVER_IN_PROGRESS']}
  ${'a server loads, which was no primary before'}       | ${[failed('loading'), replica()]}                                                                                                                                                                   | ${'unknown'}  | ${['NOT_OBSERVED']}
  ${'the replica takes over'}                            | ${[primary(), replica({ at: -1 }), failed(hanging, { region: 'region2' })]}                                                                                                                         | ${'degraded'} | ${['TAKEOVER_IN_PROGRESS']}
  ${'a primary hangs but for PING'}                      | ${[primary({ at: -1 }), failed(hanging), replica()]}                                                                                                                                                | ${'unknown'}  | ${['NOT_OBSERVED']}
  ${'never synchronised'}                                | ${[primary(), neverSynced()]}                                                                                                                                                                       | ${'critical'} | ${['LINK_DOWN']}
  ${'stopped: the primary came back as another'}         | ${[primary({ replicationId: 'new' }), replica({ link: 'down' })]}                                                                                                                                   | ${'critical'} | ${['REPLICATION_STOPPED']}
  ${'on Redis that is only a link that is down'}         | ${[primary({ replicationId: 'new', flavour: 'redis' }), replica({ link: 'down', flavour: 'redis' })]}                                                                                               | ${'critical'} | ${['LINK_DOWN']}
  ${'linked to another server'}                          | ${[replica({ at: -2, ...foreign }), primary({ at: -1 }), replica(foreign)]}                                                                                                                         | ${'critical'} | ${['WRONG_PRIMARY']}
  ${'the same, seen from the primary'}                   | ${[primary({ at: -2 }), replica({ at: -1, ...foreign }), primary()]}                                                                                                                                | ${'critical'} | ${['WRONG_PRIMARY']}
  ${'ids that differ once may be a restart'}             | ${[primary({ at: -1 }), replica(foreign)]}                                                                                                                                                          | ${'healthy'}  | ${[]}
  ${'wiped by a restarted primary'}                      | ${[replica({ at: -2, primaryReplicationId: 'old' }), primary(), replica()]}                                                                                                                         | ${'critical'} | ${['COPY_WIPED']}
  ${'Redis link silent for 40 s'}                        | ${[primary({ flavour: 'redis', offsetBytes: 9 }), replica({ flavour: 'redis', secondsSinceLastIo: 40, offset: { unit: 'bytes', value: 9 } })]}                                                      | ${'degraded'} | ${['LINK_SILENT']}
  ${'Dragonfly link idle for 40 s'}                      | ${[primary(), replica({ secondsSinceLastIo: 40 })]}                                                                                                                                                 | ${'healthy'}  | ${[]}
  ${'Dragonfly link silent with records waiting'}        | ${[primary({ replicas: [connectedReplica({ lagRecords: 7 })] }), replica({ secondsSinceLastIo: 40 })]}                                                                                              | ${'degraded'} | ${['LINK_SILENT']}
  ${'no acknowledgement for 40 s'}                       | ${[primary({ replicas: [connectedReplica({ secondsSinceAcknowledgement: 40 })] }), replica()]}                                                                                                      | ${'degraded'} | ${['LINK_SILENT']}
  ${'WAIT unanswered, and the replica receives nothing'} | ${[primary({ at: -2, waitProbe: timedOut }), primary({ at: -1, waitProbe: timedOut }), primary({ waitProbe: timedOut }), replica({ at: -1 }), replica()]}                                           | ${'degraded'} | ${['LINK_SILENT', 'LAG_UNKNOWN']}
  ${'WAIT unanswered, but the replica receives'}         | ${[primary({ at: -2, waitProbe: timedOut }), primary({ at: -1, waitProbe: timedOut }), primary({ waitProbe: timedOut }), replica({ at: -1, offset: records(1) }), replica({ offset: records(2) })]} | ${'unknown'}  | ${['LAG_UNKNOWN']}
  ${'lag above the limit'}                               | ${[primary({ waitProbe: { acknowledgedReplicas: 1, elapsedMs: 6000, timeoutMs: 9000 } }), replica()]}                                                                                               | ${'degraded'} | ${['LAG_HIGH']}
  ${'lag of at least the limit'}                         | ${[primary({ waitProbe: { acknowledgedReplicas: 0, elapsedMs: 5000, timeoutMs: 5000 } }), replica()]}                                                                                               | ${'degraded'} | ${['LAG_HIGH']}
  ${'lag of at least less than the limit, twice'}        | ${[primary({ at: -1, waitProbe: timedOut }), primary({ waitProbe: timedOut }), replica()]}                                                                                                          | ${'unknown'}  | ${['LAG_UNKNOWN']}
  ${'WAIT unanswered once'}                              | ${[primary({ at: -1 }), primary({ waitProbe: timedOut }), replica()]}                                                                                                                               | ${'healthy'}  | ${[]}
  ${'records alone are no lag in time'}                  | ${[primary({ waitProbe: undefined, replicas: [connectedReplica({ lagRecords: 1809 })] }), replica()]}                                                                                               | ${'healthy'}  | ${[]}
  ${'neither time nor amount'}                           | ${[primary({ waitProbe: undefined, replicas: [] }), replica()]}                                                                                                                                     | ${'unknown'}  | ${['LAG_UNKNOWN']}
  ${'three full syncs'}                                  | ${[primary(), replica({ at: -5, sync: true }), replica({ at: -4 }), replica({ at: -3, sync: true }), replica({ at: -2 }), replica({ at: -1, sync: true }), replica()]}                              | ${'degraded'} | ${['RESYNC_LOOP']}
  ${'one full sync that lasts'}                          | ${[primary(), replica({ at: -2, sync: true }), replica({ at: -1, sync: true }), replica({ sync: true })]}                                                                                           | ${'degraded'} | ${['FULL_SYNC']}
  ${'nearly full and refusing writes'}                   | ${[primary({ memory: memory(91, 100, 'refuses-writes') }), replica()]}                                                                                                                              | ${'degraded'} | ${['MEMORY_PRESSURE', 'POLICY_MISMATCH']}
  ${'full and evicting, as an LRU cache is'}             | ${[primary({ memory: memory(100, 100, 'evicts') }), replica()]}                                                                                                                                     | ${'healthy'}  | ${[]}
  ${'refusing, but without a limit'}                     | ${[primary({ memory: memory(100, undefined, 'refuses-writes') }), replica()]}                                                                                                                       | ${'healthy'}  | ${[]}
  ${'replica with less memory'}                          | ${[primary({ memory: memory(1, 2 * GiB, 'evicts') }), replica({ memory: memory(1, GiB, 'evicts') })]}                                                                                               | ${'degraded'} | ${['REPLICA_SMALLER']}
  ${'replica that cannot hold what is there'}            | ${[primary({ memory: memory(2 * GiB, undefined, 'evicts') }), replica({ memory: memory(1, GiB, 'evicts') })]}                                                                                       | ${'degraded'} | ${['REPLICA_SMALLER']}
  ${'replica with more memory'}                          | ${[primary({ memory: memory(1, GiB, 'evicts') }), replica({ memory: memory(1, 2 * GiB, 'evicts') })]}                                                                                               | ${'healthy'}  | ${[]}
  ${'different minor versions'}                          | ${[primary(), replica({ version: '1.39.0' })]}                                                                                                                                                      | ${'degraded'} | ${['VERSION_SKEW']}
  ${'different patch releases'}                          | ${[primary(), replica({ version: '1.40.0' })]}                                                                                                                                                      | ${'healthy'}  | ${[]}
  ${'an observation that is outdated'}                   | ${[primary({ at: -4 }), replica()]}                                                                                                                                                                 | ${'unknown'}  | ${['STALE']}
  ${'a failure that is outdated'}                        | ${[primary({ at: -9 }), failed('refused', { at: -8 }), replica()]}                                                                                                                                  | ${'critical'} | ${['UNREACHABLE', 'STALE']}
`('$situation: $verdict $reasons', ({ observations, verdict, reasons }) => {
  const state = judge(observations);
  expect({ verdict: state.verdict, reasons: state.codes }).toEqual({
    verdict,
    reasons,
  });
});

describe('declarations', () => {
  const useCase = {
    id: 'rate-limiting',
    title: 'Rate limiting',
    ttlSeconds: 60,
    eviction: 'fixed',
    disasterRecovery: 'local',
  } as const;
  const alone = [declaredNode('region1', 'primary')];
  const independent = declaration({
    topology: 'independent',
    useCase,
    nodes: [...alone, declaredNode('region2', 'primary')],
  });

  it('finds several primaries right where servers are independent', () => {
    const state = judge([primary(), primary(asPrimary)], independent);
    expect(state.verdict).toBe('healthy');
    expect(state.exposure.kind).toBe('none-needed');
    expect(state.nodes.map(({ lag }) => lag)).toEqual([undefined, undefined]);
  });

  it('misses the primary role of an independent server', () => {
    expect(judge([primary(), replica()], independent).codes).toEqual([
      'ROLE_DRIFT',
    ]);
  });

  it('misses a replica only where the use case needs one', () => {
    const required = declaration({ nodes: alone });
    expect(judge([primary()], required)).toMatchObject({
      verdict: 'degraded',
      codes: ['DR_MISSING'],
      exposure: { kind: 'everything' },
    });
    expect(
      judge([primary()], declaration({ nodes: alone, useCase })),
    ).toMatchObject({
      verdict: 'healthy',
      exposure: { kind: 'none-needed' },
    });
    expect(
      judge(
        [primary()],
        declaration({
          nodes: alone,
          useCase: { ...useCase, disasterRecovery: 'optional' },
        }),
      ),
    ).toMatchObject({ verdict: 'healthy', exposure: { kind: 'everything' } });
  });

  it('misses replication where the use case needs it and the servers are independent', () => {
    expect(
      judge([primary(), primary(asPrimary)], {
        ...independent,
        useCase: { ...useCase, disasterRecovery: 'required' },
      }).codes,
    ).toEqual(['DR_MISSING']);
  });

  it('holds the eviction against the use case', () => {
    expect(
      judge(
        [primary({ memory: memory(1, 100, 'evicts') })],
        declaration({ nodes: alone, useCase }),
      ).codes,
    ).toEqual(['EVICTING_UNEXPECTED']);
  });

  it('passes the problems of a declaration on', () => {
    const state = judge(
      [],
      declaration({
        nodes: [],
        problems: [
          {
            code: 'UNKNOWN_PROFILE',
            entityRef: 'resource:default/sessions',
            message: 'Found no profile "x".',
          },
        ],
      }),
    );
    expect(state.verdict).toBe('unknown');
    expect(state.messages).toEqual(['Found no profile "x".']);
  });

  it.each`
    situation                     | nodes                                             | message
    ${'no server at all'}         | ${[]}                                             | ${/declares no server/}
    ${'no primary'}               | ${[declaredNode('region2', 'replica')]}           | ${/declares no primary/}
    ${'two replicated primaries'} | ${[...alone, declaredNode('region2', 'primary')]} | ${/declares 2 primaries \(region1, region2\)/}
  `('names what is wrong with $situation', ({ nodes, message }) => {
    expect(judge([], declaration({ nodes })).messages).toContainEqual(
      expect.stringMatching(message),
    );
  });
});

describe('how the portal reaches the servers', () => {
  const both = { tls: true, password: true };
  const reached = (...access: NodeDeclaration['access'][]) =>
    declaration({
      nodes: [
        { ...declaredNode('region1', 'primary'), access: access[0] },
        { ...declaredNode('region2', 'replica'), access: access[1] },
      ],
    });

  it.each`
    situation                     | first   | second                             | unequal
    ${'with TLS and a password'}  | ${both} | ${both}                            | ${[]}
    ${'one without TLS'}          | ${both} | ${{ ...both, tls: false }}         | ${['TLS']}
    ${'one without a password'}   | ${both} | ${{ ...both, password: false }}    | ${['a password']}
    ${'one without either'}       | ${both} | ${{ tls: false, password: false }} | ${['TLS', 'a password']}
    ${'one of which is not said'} | ${both} | ${undefined}                       | ${[]}
  `(
    'is held against the move to the other region: $situation',
    ({ first, second, unequal }) => {
      const { messages, codes } = judge(
        [primary(), replica()],
        reached(first, second),
      );

      expect(codes).toEqual(unequal.map(() => 'AUTH_ASYMMETRIC'));
      expect(messages).toEqual(
        unequal.map(
          (what: string) =>
            `The portal uses ${what} for region1 and none for region2; replication in one direction or the other will fail after a move.`,
        ),
      );
    },
  );

  it('may differ where servers are independent', () => {
    const independent = reached(both, { tls: false, password: false });
    expect(
      judge([primary(), primary(asPrimary)], {
        ...independent,
        topology: 'independent',
        useCase: undefined,
        nodes: independent.nodes.map(node => ({
          ...node,
          declaredRole: 'primary',
        })),
      }).codes,
    ).toEqual([]);
  });
});

describe('sentences', () => {
  it('says how long and why a server is unreachable', () => {
    expect(
      judge([primary({ at: -4 }), failed('refused'), replica()]).messages,
    ).toEqual([
      'The primary in region1 has not answered for 4 s (connection refused).',
    ]);
  });

  it('says that an old primary is not fenced', () => {
    expect(
      judge([primary({ at: -4 }), failed('refused'), primary(asPrimary)])
        .messages[0],
    ).toBe(
      'The primary in region1 has not answered for 4 s (connection refused). It was the primary before region2 and may still accept writes of clients that reach it.',
    );
  });

  it('suspects the credentials only when the primary is known to live', () => {
    expect(
      judge([primary(), replica({ link: 'down', secondsSinceLastIo: 13 })])
        .messages[0],
    ).toBe(
      'The link of the replica in region2 to its primary is down, last traffic 13 s before the last probe. The primary answers the portal, so the replica’s credentials for it or the network between the regions are suspect.',
    );
    expect(
      judge([
        primary({ at: -1 }),
        replica({ at: -1 }),
        replica({ link: 'down' }),
      ]).messages[0],
    ).not.toMatch(/credentials/);
  });

  it('counts the keys of a wiped copy', () => {
    const keys = (total: number) => ({ total, expiring: 0 });
    expect(
      judge([
        replica({ at: -2, primaryReplicationId: 'old', keys: keys(2000) }),
        primary(),
        replica({ keys: keys(1) }),
      ]).messages[0],
    ).toBe(
      'The primary came back as a new server and the replica in region2 copied it: 2,000 keys before, 1 key after (seen at 2026-11-24T12:00:00.000Z).',
    );
  });
});

describe('rows', () => {
  it('keeps the row of the replica fresh while the primary is dead', () => {
    const { nodes } = judge([
      primary({ at: -60 }),
      failed('refused', { at: 0 }),
      replica({ at: -0.5, link: 'down' }),
    ]);
    expect(nodes[0]).toMatchObject({
      observedRole: 'primary',
      probe: { kind: 'fresh', ageSeconds: 0 },
      failure: { kind: 'refused' },
      factsObservedAt: '2026-11-24T11:59:00.000Z',
    });
    expect(nodes[1]).toMatchObject({
      observedRole: 'replica',
      probe: { kind: 'fresh', ageSeconds: 0.5 },
      failure: undefined,
      factsObservedAt: '2026-11-24T11:59:59.500Z',
    });
  });

  it('says that a node was never probed', () => {
    const [node] = judge([]).nodes;
    expect(node.probe).toEqual({ kind: 'never' });
    expect(node.observedRole).toBeUndefined();
    expect(node.facts).toBeUndefined();
  });
});

describe('exposure', () => {
  it.each`
    situation                         | observations                                                                                | kind
    ${'in sync'}                      | ${[primary(), replica()]}                                                                   | ${'bounded'}
    ${'full sync'}                    | ${[primary(), replica({ sync: true })]}                                                     | ${'everything'}
    ${'two primaries'}                | ${[primary(), primary(asPrimary)]}                                                          | ${'unknown'}
    ${'promoted, old primary dead'}   | ${[primary({ at: -1 }), failed('refused'), primary(asPrimary)]}                             | ${'everything'}
    ${'primary dead, last lag known'} | ${[primary({ at: -1 }), failed('refused'), replica({ at: -1 }), replica({ link: 'down' })]} | ${'bounded'}
    ${'primary alive, link down'}     | ${[primary(), replica({ link: 'down' })]}                                                   | ${'unknown'}
    ${'nothing observed'}             | ${[]}                                                                                       | ${'unknown'}
  `('is $kind when $situation', ({ observations, kind }) => {
    expect(judge(observations).exposure.kind).toBe(kind);
  });

  it('is that of the best copy', () => {
    const cache = declaration({
      nodes: [
        declaredNode('region1', 'primary'),
        declaredNode('region2', 'replica'),
        declaredNode('region3', 'replica'),
      ],
    });
    expect(
      judge(
        [
          primary({
            waitProbe: {
              acknowledgedReplicas: 1,
              elapsedMs: 40,
              timeoutMs: 1000,
            },
            replicas: [
              connectedReplica({ lagRecords: 9 }),
              connectedReplica({ address: 'region3', state: 'full-sync' }),
            ],
          }),
          replica(),
          replica({ region: 'region3', sync: true }),
        ],
        cache,
      ).exposure,
    ).toMatchObject({ kind: 'bounded', amount: { records: 9 } });
  });
});

describe('time to live', () => {
  const keys = (total: number, expiring: number) => ({ total, expiring });

  it.each`
    situation                           | keys                | reasons
    ${'all keys expire'}                | ${keys(1000, 1000)} | ${[]}
    ${'a few do not'}                   | ${keys(1000, 900)}  | ${[]}
    ${'many do not'}                    | ${keys(1000, 899)}  | ${['TTL_MISSING']}
    ${'there are too few keys to tell'} | ${keys(99, 0)}      | ${[]}
  `('$situation: $reasons', row => {
    expect(judge([primary({ keys: row.keys }), replica()]).codes).toEqual(
      row.reasons,
    );
  });

  it('counts the keys that never expire', () => {
    expect(
      judge([primary({ keys: keys(2000, 500) }), replica()]).messages,
    ).toEqual([
      '1,500 of 2,000 keys in region1 never expire, but Session cache sets 86,400 s on every key.',
    ]);
  });
});

describe('a link that comes and goes', () => {
  const links = (...states: ('up' | 'down')[]) =>
    states.map((link, index) =>
      replica({ at: (index + 1 - states.length) * 2, link }),
    );

  it('is named though it is up now', () => {
    const state = judge([
      primary(),
      ...links('up', 'down', 'up', 'down', 'up', 'down', 'up'),
    ]);
    expect(state.codes).toEqual(['LINK_FLAPPING']);
    expect(state.messages[0]).toBe(
      'The link of the replica in region2 broke 3 times in the last 10 s.',
    );
  });

  it('is forgiven twice', () => {
    expect(
      judge([primary(), ...links('up', 'down', 'up', 'down', 'up')]).codes,
    ).toEqual([]);
  });
});

describe('a value at its limit', () => {
  function codesAt(
    observations: Observation[],
    previousReasons?: ObservationWindow['previousReasons'],
  ) {
    return assess(
      declaration(),
      { ...windowOf(...observations), previousReasons },
      NOW,
    ).reasons.map(({ code }) => code);
  }
  const waited = (elapsedMs: number) => [
    primary({
      waitProbe: { acknowledgedReplicas: 1, elapsedMs, timeoutMs: 9000 },
    }),
    replica(),
  ];
  const full = (usedBytes: number) => [
    primary({ memory: memory(usedBytes, 1000, 'refuses-writes') }),
    replica(),
  ];

  it.each`
    what        | code                 | below           | within          | above
    ${'lag'}    | ${'LAG_HIGH'}        | ${waited(3900)} | ${waited(4500)} | ${waited(5100)}
    ${'memory'} | ${'MEMORY_PRESSURE'} | ${full(840)}    | ${full(880)}    | ${full(910)}
  `('keeps its reason until $what is well below it', row => {
    const where = row.code === 'LAG_HIGH' ? 'region2' : 'region1';
    const before = [{ code: row.code, region: where }];
    expect(codesAt(row.above)).toContain(row.code);
    expect(codesAt(row.within)).not.toContain(row.code);
    expect(codesAt(row.within, before)).toContain(row.code);
    expect(codesAt(row.below, before)).not.toContain(row.code);
  });
});

describe('a portal that has lost its network', () => {
  const silent = [
    primary({ at: -9 }),
    replica({ at: -9 }),
    failed('timeout', { at: -1 }),
    failed('timeout'),
    failed('timeout', { at: -1, region: 'region2' }),
    failed('timeout', { region: 'region2' }),
  ];

  it('does not doubt what another instance saw, and says from where', () => {
    const isolation = { since: NOW.getTime() - 9000, nodes: 40 };
    const seen = [-4, -2].map(at => ({
      ...failed('timeout', { at, region: 'region2' }),
      vantage: 'region2',
    }));
    const state = assess(
      declaration(),
      { ...windowOf(primary(), ...seen), isolation },
      NOW,
    );
    expect(state.nodes.map(({ vantage }) => vantage)).toEqual([
      undefined,
      'region2',
    ]);
    expect(state.reasons.map(({ code }) => code)).toContain('UNREACHABLE');
    expect(state.reasons.map(({ code }) => code)).not.toContain(
      'PORTAL_ISOLATED',
    );
  });

  it('suspects itself and no server', () => {
    const isolation = { since: NOW.getTime() - 9000, nodes: 40 };
    const state = assess(
      declaration(),
      { ...windowOf(...silent), isolation },
      NOW,
    );
    expect(state.verdict).toBe('unknown');
    expect(state.reasons.map(({ code }) => code)).toEqual([
      'PORTAL_ISOLATED',
      'PORTAL_ISOLATED',
    ]);
    expect(state.reasons[0].message).toMatch(/any of the 40 servers/);
  });

  it('still believes a refusal', () => {
    const isolation = { since: NOW.getTime() - 9000, nodes: 40 };
    const state = assess(
      declaration(),
      { ...windowOf(primary({ at: -9 }), failed('refused')), isolation },
      NOW,
    );
    expect(state.reasons.map(({ code }) => code)).toContain('UNREACHABLE');
  });
});

describe('the forecast of a restart', () => {
  const redis = { flavour: 'redis' } as const;
  const bytesAt = { unit: 'bytes' as const, value: 10 };
  it.each`
    situation                           | observations                                                                        | first               | second
    ${'a Dragonfly pair'}               | ${[primary(), replica()]}                                                           | ${'kept-elsewhere'} | ${'copies-again'}
    ${'a Redis pair'}                   | ${[primary({ ...redis, offsetBytes: 10 }), replica({ ...redis, offset: bytesAt })]} | ${'lost'}           | ${'copies-again'}
    ${'a full sync'}                    | ${[primary(), replica({ sync: true })]}                                             | ${'lost'}           | ${'copies-again'}
    ${'replication stopped on purpose'} | ${[primary({ replicationId: 'new' }), replica({ link: 'down' })]}                   | ${'lost'}           | ${'lost'}
    ${'promoted, Git does not know'}    | ${[replica({ region: 'region1' }), primary(asPrimary)]}                             | ${'unknown'}        | ${'lost'}
    ${'nothing known'}                  | ${[]}                                                                               | ${'unknown'}        | ${'unknown'}
  `('$situation: $first, $second', row => {
    expect(
      judge(row.observations).nodes.map(({ restart }) => restart.kind),
    ).toEqual([row.first, row.second]);
  });
});
