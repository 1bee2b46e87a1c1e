import {
  connectedReplica,
  declaration,
  declaredNode,
  NOW,
  primary,
  replica,
  windowOf,
} from '../__fixtures__/builders';
import { assess } from '../assess';
import { ConnectedReplica, Observation } from '../types';

const pair = declaration();
const triple = declaration({
  nodes: [
    declaredNode('region1', 'primary'),
    declaredNode('region2', 'replica'),
    declaredNode('region3', 'replica'),
  ],
});
const listing = (...replicas: Partial<ConnectedReplica>[]) => [
  primary({ replicas: replicas.map(connectedReplica) }),
];

function reasonsOf(
  unreachable: string,
  observations: Observation[],
  cache = pair,
) {
  return assess(
    cache,
    { ...windowOf(...observations), unreachableRegions: [unreachable] },
    NOW,
  );
}

describe('a region that no instance reaches', () => {
  it.each`
    situation                                 | unreachable  | observations                                                          | cache     | hearsay
    ${'a replica in sync'}                    | ${'region2'} | ${listing({ lagRecords: 1809 })}                                      | ${pair}   | ${'The primary in region1 lists it as online, 1,809 records behind.'}
    ${'a replica of Redis'}                   | ${'region2'} | ${listing({ lagRecords: undefined, secondsSinceAcknowledgement: 1 })} | ${pair}   | ${'The primary in region1 lists it as online, heard of 1 s ago.'}
    ${'a count that says nothing'}            | ${'region2'} | ${listing({ state: 'full-sync', lagRecords: 0 })}                     | ${pair}   | ${'The primary in region1 lists it as copying everything.'}
    ${'a primary without replicas'}           | ${'region2'} | ${listing()}                                                          | ${pair}   | ${'The primary in region1 has no replica.'}
    ${'one of several that cannot be told'}   | ${'region2'} | ${listing({ address: '10.0.0.1' }, { address: '10.0.0.2' })}          | ${triple} | ${'Which of the 2 replicas of the primary in region1 it is, if any, cannot be told.'}
    ${'a primary, of which its replica says'} | ${'region1'} | ${[replica()]}                                                        | ${pair}   | ${'The replica in region2 says that its link to a primary is up.'}
    ${'a replica, and nothing else observed'} | ${'region2'} | ${[]}                                                                 | ${pair}   | ${'No primary is observed either that could say how it is.'}
  `(
    'is not observed, with what others say of $situation',
    ({ unreachable, observations, cache, hearsay }) => {
      const { reasons } = reasonsOf(unreachable, observations, cache);
      const said = reasons.flatMap(({ code, region, message }) =>
        code === 'NOT_OBSERVED' && region === unreachable ? [message] : [],
      );

      expect(said).toEqual([
        expect.stringContaining(
          `is not observed, because no instance of the portal reaches region ${unreachable}. ${hearsay}`,
        ),
      ]);
      expect(reasons.map(({ code }) => code)).not.toContain('UNREACHABLE');
    },
  );

  it('says nothing of the others where servers are independent', () => {
    const { verdict, reasons } = reasonsOf(
      'region2',
      [primary()],
      declaration({ topology: 'independent', useCase: undefined }),
    );

    expect(verdict).toBe('unknown');
    expect(reasons[0].message).toBe(
      'The replica in region2 is not observed, because no instance of the portal reaches region region2.',
    );
  });

  it('leaves the verdict to what is known: neither down nor healthy', () => {
    expect(reasonsOf('region2', listing({ lagRecords: 0 }))).toMatchObject({
      verdict: 'unknown',
      exposure: { kind: 'bounded' },
      nodes: [
        {},
        { probe: { kind: 'never' }, lag: { time: { kind: 'time' } } },
      ],
    });
  });
});
