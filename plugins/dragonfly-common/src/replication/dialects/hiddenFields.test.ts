import { declaration, NOW, windowOf } from '../__fixtures__/builders';
import {
  dragonflyPrimary,
  dragonflyReplica,
} from '../__fixtures__/infoReplies';
import { assess } from '../assess';
import { factsFromInfo } from '../factsFromInfo';
import { NodeFacts, Observation } from '../types';

/** A Dragonfly with `--managed_service_info` tells no client of the main port which replicas it has. */
const hidden = dragonflyPrimary.replace(/^slave0:.*\r\n/m, '');
const server = '# Server\r\ndragonfly_version:df-v1.40.1\r\n';

function observed(
  region: string,
  replication: string,
  more: Partial<NodeFacts> = {},
): Observation {
  const result = factsFromInfo({ replication, server });
  if (!result.ok) throw new Error(result.failure.message);
  return {
    region,
    observedAt: NOW.getTime(),
    durationMs: 5,
    outcome: 'answered',
    facts: { ...result.value, ...more },
  };
}

function judge(primary: Observation, replica: Observation) {
  const state = assess(declaration(), windowOf(primary, replica), NOW);
  return {
    verdict: state.verdict,
    codes: state.reasons.map(({ code }) => code),
    lag: state.nodes[1].lag,
  };
}

describe('a Dragonfly primary that hides its replicas', () => {
  it('is no alarm, but its lag is unknown and never zero', () => {
    expect(
      judge(observed('region1', hidden), observed('region2', dragonflyReplica)),
    ).toEqual({
      verdict: 'unknown',
      codes: ['LAG_UNKNOWN'],
      lag: expect.objectContaining({
        time: { kind: 'unknown', because: expect.any(String) },
        amount: {
          kind: 'unavailable',
          because: 'the primary does not list this replica',
        },
      }),
    });
  });

  it('is healthy when WAIT measures the lag all the same, with no count of records made up', () => {
    const waitProbe = {
      acknowledgedReplicas: 1,
      elapsedMs: 40,
      timeoutMs: 1000,
    };
    expect(
      judge(
        observed('region1', hidden, { waitProbe }),
        observed('region2', dragonflyReplica),
      ),
    ).toEqual({
      verdict: 'healthy',
      codes: [],
      lag: expect.objectContaining({
        time: expect.objectContaining({ kind: 'time', seconds: 0.04 }),
        amount: expect.objectContaining({ kind: 'unavailable' }),
      }),
    });
  });

  it('does not hide that the link is down: the replica says it', () => {
    const { verdict, codes } = judge(
      observed('region1', hidden),
      observed('region2', dragonflyReplica.replace('status:up', 'status:down')),
    );
    expect({ verdict, codes }).toEqual({
      verdict: 'critical',
      codes: ['LINK_DOWN'],
    });
  });
});

describe('a Dragonfly replica without an offset', () => {
  const withoutOffset = dragonflyReplica.replace(
    /^slave_repl_offset.*\r\n/m,
    '',
  );

  it.each`
    situation                  | replication                                                                           | verdict       | codes            | because
    ${'while it copies'}       | ${withoutOffset.replace('in_progress:0', 'in_progress:1')}                            | ${'degraded'} | ${['FULL_SYNC']} | ${'full-sync'}
    ${'that never had a link'} | ${withoutOffset.replace('status:up', 'status:down').replace(/replid:\w+/, 'replid:')} | ${'critical'} | ${['LINK_DOWN']} | ${'never-synced'}
    ${'whose copy broke off'}  | ${withoutOffset.replace('status:up', 'status:down')}                                  | ${'critical'} | ${['LINK_DOWN']} | ${'never-synced'}
  `(
    '$situation has no usable copy',
    ({ replication, verdict, codes, because }) => {
      expect(
        judge(
          observed('region1', dragonflyPrimary),
          observed('region2', replication),
        ),
      ).toMatchObject({
        verdict,
        codes,
        lag: { time: { kind: 'no-usable-copy', because } },
      });
    },
  );
});
