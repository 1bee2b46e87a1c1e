import {
  CacheDeclaration,
  Observation,
} from 'backstage-plugin-dragonfly-common';
import { stateOf } from '../announcements/__testUtils__/states';
import { isOnlyPrimary } from './isOnlyPrimary';

const declared = (
  regions: string[],
  topology: CacheDeclaration['topology'] = 'replicated',
): CacheDeclaration => ({
  ...stateOf('sessions').cache,
  topology,
  nodes: regions.map(region => ({ region, declaredRole: 'replica' })),
});
const at = { region: 'region1', observedAt: 0, durationMs: 1 };
const primary: Observation = {
  ...at,
  outcome: 'answered',
  facts: {
    flavour: 'redis',
    replication: { role: 'primary', replicationId: 'a', replicas: [] },
  },
};
const replica: Observation = {
  ...at,
  outcome: 'answered',
  facts: {
    flavour: 'redis',
    replication: {
      role: 'replica',
      primaryHost: 'region1',
      link: 'up',
      fullSyncInProgress: false,
    },
  },
};
const failed = (
  kind: 'refused' | 'timeout' | 'loading',
  answersPing?: boolean,
): Observation => ({
  ...at,
  outcome: 'failed',
  failure: { kind, message: '', answersPing },
});
const pair = declared(['region1', 'region2']);

it.each`
  situation                              | declaration                                        | first                           | second                                 | expected
  ${'a primary and its replica'}         | ${pair}                                            | ${[primary]}                    | ${[replica]}                           | ${true}
  ${'a replica that has died since'}     | ${pair}                                            | ${[primary]}                    | ${[replica, failed('refused')]}        | ${true}
  ${'a replica that is silent'}          | ${pair}                                            | ${[primary]}                    | ${[replica, failed('timeout', false)]} | ${true}
  ${'a replica that may be taking over'} | ${pair}                                            | ${[primary]}                    | ${[replica, failed('timeout', true)]}  | ${false}
  ${'a node that is loading'}            | ${pair}                                            | ${[primary]}                    | ${[replica, failed('loading')]}        | ${false}
  ${'a node that nobody has seen'}       | ${pair}                                            | ${[primary]}                    | ${undefined}                           | ${false}
  ${'a node that never answered'}        | ${pair}                                            | ${[primary]}                    | ${[failed('timeout')]}                 | ${false}
  ${'two primaries'}                     | ${pair}                                            | ${[primary]}                    | ${[primary]}                           | ${false}
  ${'a former primary that is silent'}   | ${pair}                                            | ${[primary]}                    | ${[primary, failed('timeout')]}        | ${false}
  ${'a primary that stopped answering'}  | ${pair}                                            | ${[primary, failed('timeout')]} | ${[replica]}                           | ${false}
  ${'a primary that is a replica now'}   | ${pair}                                            | ${[primary, replica]}           | ${[replica]}                           | ${false}
  ${'servers that copy nothing'}         | ${declared(['region1', 'region2'], 'independent')} | ${[primary]}                    | ${[replica]}                           | ${false}
  ${'a server without any other'}        | ${declared(['region1'])}                           | ${[primary]}                    | ${[replica]}                           | ${false}
  ${'a third that is no replica'}        | ${declared(['region1', 'region2', 'region3'])}     | ${[primary]}                    | ${[replica]}                           | ${false}
`('is $expected for $situation', ({ declaration, first, second, expected }) => {
  const observations = { region1: first, ...(second && { region2: second }) };

  expect(isOnlyPrimary(declaration, observations, 'region1')).toBe(expected);
});
