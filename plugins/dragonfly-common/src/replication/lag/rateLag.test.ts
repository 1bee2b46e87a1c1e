import {
  connectedReplica,
  declaration,
  primary,
  NOW,
  replica,
  windowOf,
} from '../__fixtures__/builders';
import { viewCache } from '../cacheView';
import { Observation } from '../types';
import { replicaLag } from './replicaLag';

function lagOf(lagRecords: number | undefined, ...replicas: Observation[]) {
  const view = viewCache(
    declaration(),
    windowOf(
      primary({
        waitProbe: undefined,
        replicas: [connectedReplica({ lagRecords })],
      }),
      ...replicas,
    ),
    NOW,
  );
  const node = view.nodes.find(({ region }) => region === 'region2');
  return node && replicaLag(view, node)?.time;
}

function executed(at: number, value: number) {
  return replica({ at, offset: { unit: 'records', value } });
}

it.each`
  situation                                     | records | replicas                                                                           | seconds
  ${'a steady rate'}                            | ${500}  | ${[executed(-2, 0), executed(-1, 100), executed(0, 200)]}                          | ${5}
  ${'less than an interval of acknowledgement'} | ${50}   | ${[executed(-1, 0), executed(0, 100)]}                                             | ${1}
  ${'a remainder after a burst'}                | ${763}  | ${[executed(-3, 0), executed(-2, 60000), executed(-1, 60000), executed(0, 60000)]} | ${1}
`('estimates $seconds s from $situation', row => {
  expect(lagOf(row.records, ...row.replicas)).toEqual({
    kind: 'time-estimate',
    seconds: row.seconds,
    method: 'write-rate',
  });
});

it.each`
  situation                       | records      | replicas
  ${'no progress was seen'}       | ${500}       | ${[executed(-1, 7), executed(0, 7)]}
  ${'it was seen once'}           | ${500}       | ${[executed(0, 7)]}
  ${'the primary counts nothing'} | ${undefined} | ${[executed(-1, 0), executed(0, 100)]}
`('estimates nothing when $situation', row => {
  expect(lagOf(row.records, ...row.replicas)?.kind).toBe('unknown');
});
