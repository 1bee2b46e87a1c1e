import { declaration, NOW, replica, windowOf } from './__fixtures__/builders';
import { viewCache } from './cacheView';
import { oncePerNode } from './oncePerNode';

const viewOf = () => viewCache(declaration(), windowOf(replica()), NOW);

it('computes once for each node of each view, also when there is no result', () => {
  const asked: string[] = [];
  const ask = oncePerNode((_, { region }) => {
    asked.push(region);
    return region === 'region1' ? undefined : region;
  });

  for (const view of [viewOf(), viewOf()]) {
    for (let time = 0; time < 2; time++) {
      expect(view.nodes.map(node => ask(view, node))).toEqual([
        undefined,
        'region2',
      ]);
    }
  }

  expect(asked).toEqual(['region1', 'region2', 'region1', 'region2']);
});
