import { spec } from '../manifests/__testUtils__/caches';
import { applyChange } from './applyChange';
import { changeOfAnswers } from './changeOfAnswers';

const recorded = spec({ description: 'Who is signed in', tls: true });

describe('changeOfAnswers', () => {
  it('reads references and sizes', () => {
    expect(
      changeOfAnswers(recorded, {
        memory: '4Gi',
        threads: 8,
        addConsumers: ['web', { entityRef: 'shop/cart', namespace: 'shop' }],
        removeConsumers: ['checkout'],
        addRegions: ['region3'],
        owner: 'edge',
        tls: false,
      }),
    ).toMatchObject({
      ok: true,
      change: {
        memoryBytes: 4 * 2 ** 30,
        threads: 8,
        addConsumers: [
          { entityRef: 'component:default/web' },
          { entityRef: 'component:shop/cart', namespace: 'shop' },
        ],
        removeConsumers: ['component:default/checkout'],
        addRegions: ['region3'],
        options: { owner: 'group:default/edge', tls: false },
      },
    });
  });

  it.each([{}, { memory: '', description: '', owner: '', system: '' }])(
    'takes %j for no change',
    answers => {
      const read = changeOfAnswers(recorded, answers);
      expect(read.ok && applyChange(recorded, read.change)).toEqual({
        ok: true,
        spec: recorded,
      });
    },
  );

  it('names every answer that it cannot read', () => {
    const read = changeOfAnswers(recorded, {
      memory: 'much',
      addConsumers: [':a'],
      removeConsumers: [':a'],
    });
    expect(!read.ok && read.errors.map(({ field }) => field)).toEqual([
      'memory',
      'consumers[0].entityRef',
      'removeConsumers[0]',
    ]);
  });
});
