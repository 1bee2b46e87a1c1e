import {
  Observation,
  ReplicationFacts,
} from 'backstage-plugin-dragonfly-common';
import { isNews } from './isNews';

const when = { region: 'region1', observedAt: 0, durationMs: 1 };

function answer(replication: ReplicationFacts): Observation {
  return {
    ...when,
    outcome: 'answered',
    facts: { flavour: 'redis', replication },
  };
}

const failed: Observation = {
  ...when,
  outcome: 'failed',
  failure: { kind: 'timeout', message: 'no answer in time' },
};

const copy = { address: 'region2', port: 6379, state: 'online' as const };
const asPrimary = {
  role: 'primary' as const,
  replicationId: 'a',
  offsetBytes: 1,
  replicas: [copy],
};
const asReplica = {
  role: 'replica' as const,
  primaryHost: 'region1',
  primaryPort: 6379,
  link: 'up' as const,
  fullSyncInProgress: false,
  primaryReplicationId: 'a',
};
const primary = answer(asPrimary);
const replica = answer(asReplica);

it.each`
  situation                      | before       | now
  ${'a first answer'}            | ${undefined} | ${primary}
  ${'a failure'}                 | ${primary}   | ${failed}
  ${'a failure after another'}   | ${failed}    | ${failed}
  ${'an answer after a failure'} | ${failed}    | ${primary}
  ${'a promotion'}               | ${replica}   | ${primary}
  ${'a demotion'}                | ${primary}   | ${replica}
  ${'a primary that restarted'}  | ${primary}   | ${answer({ ...asPrimary, replicationId: 'b' })}
  ${'a replica that is gone'}    | ${primary}   | ${answer({ ...asPrimary, replicas: [] })}
  ${'a replica that copies'}     | ${primary}   | ${answer({ ...asPrimary, replicas: [{ ...copy, state: 'full-sync' }] })}
  ${'a link that broke'}         | ${replica}   | ${answer({ ...asReplica, link: 'down' })}
  ${'a full sync'}               | ${replica}   | ${answer({ ...asReplica, fullSyncInProgress: true })}
  ${'another primary to copy'}   | ${replica}   | ${answer({ ...asReplica, primaryReplicationId: 'b' })}
  ${'a clock that was set back'} | ${replica}   | ${{ ...replica, observedAt: -1 }}
`('$situation is news', ({ before, now }) => {
  expect(isNews(before, now)).toBe(true);
});

it.each`
  situation            | before     | now
  ${'the same again'}  | ${replica} | ${replica}
  ${'a moving offset'} | ${primary} | ${answer({ ...asPrimary, offsetBytes: 99 })}
`('$situation is not', ({ before, now }) => {
  expect(isNews(before, now)).toBe(false);
});
