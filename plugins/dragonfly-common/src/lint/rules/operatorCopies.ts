import { LintRule, offenceAt } from './rule';

export const operatorCopies: LintRule = {
  id: 'operator-copies',
  severity: 'info',
  title: 'The copies that the operator makes are all in one cluster',
  why: 'The operator promotes one of its replicas by itself when the primary fails, but none is in another region: the loss of the region is the loss of the data. With one replica there is no copy at all.',
  fix: 'Use it for caches whose data may be lost with the region; give others a replica in another region, made from plain StatefulSets.',
  check: ({ servers }) =>
    servers
      .filter(({ operator, object }) => operator && !object.partial)
      .map(({ object }) => {
        const replicas = object.node.get('spec', 'replicas');
        const count = replicas.number() ?? 1;
        return offenceAt(
          object,
          replicas,
          count > 1
            ? `The operator keeps ${count} servers in this cluster and none in another region.`
            : 'The operator keeps one server and no copy of its data.',
        );
      }),
};
