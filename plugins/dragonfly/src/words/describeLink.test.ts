import { ConnectedReplica } from 'backstage-plugin-dragonfly-common';
import { primaryNode, replicaNode } from '../__fixtures__/cacheState';
import { describeLink } from './describeLink';

function primaryWith(states: ConnectedReplica['state'][]) {
  return {
    role: 'primary' as const,
    replicationId: 'a'.repeat(40),
    replicas: states.map(state => ({ address: '10.0.0.2', port: 6379, state })),
  };
}

function replicaWith(overrides: object) {
  return {
    role: 'replica' as const,
    primaryHost: 'primary',
    primaryPort: 6379,
    link: 'up' as const,
    fullSyncInProgress: false,
    ...overrides,
  };
}

describe('describeLink', () => {
  it.each`
    situation                 | replication                                              | words
    ${'healthy replica'}      | ${replicaWith({})}                                       | ${'link up'}
    ${'quiet replica'}        | ${replicaWith({ secondsSinceLastIo: 7 })}                | ${'link up'}
    ${'replica cut off'}      | ${replicaWith({ link: 'down', secondsSinceLastIo: 95 })} | ${'link down, last heard of the primary 95 s before the probe'}
    ${'replica never linked'} | ${replicaWith({ link: 'down' })}                         | ${'link down'}
    ${'replica that syncs'}   | ${replicaWith({ fullSyncInProgress: true })}             | ${'link up, full synchronisation in progress'}
    ${'primary alone'}        | ${primaryWith([])}                                       | ${'no replica connected'}
    ${'primary with one'}     | ${primaryWith(['online'])}                               | ${'1 replica connected: online'}
    ${'primary with several'} | ${primaryWith(['online', 'full-sync'])}                  | ${'2 replicas connected: online, in full synchronisation'}
  `('says "$words" of a $situation', ({ replication, words }) => {
    expect(describeLink(replication)).toBe(words);
  });

  it('never shows the address of another node', () => {
    for (const node of [primaryNode(), replicaNode()]) {
      const words = node.facts && describeLink(node.facts.replication);
      expect(words).not.toMatch(/10\.0\.0\.2|6379/);
    }
  });
});
