import { spec } from '../manifests/__testUtils__/caches';
import { applyChange } from './applyChange';

const sizing = {
  dataBytes: 2 ** 30,
  writesPerSecond: 500,
  toleratedCutSeconds: 30,
  roundTripMilliseconds: 20,
};
const web = { entityRef: 'component:default/web', namespace: 'shop' };

describe('applyChange', () => {
  it.each`
    change                                                     | expected
    ${{}}                                                      | ${{}}
    ${{ memoryBytes: 1, threads: 1 }}                          | ${{ memoryBytes: 1, threads: 1 }}
    ${{ addConsumers: [web] }}                                 | ${{ consumers: [{ entityRef: 'component:default/checkout' }, web] }}
    ${{ removeConsumers: ['Component:default/Checkout'] }}     | ${{ consumers: [] }}
    ${{ addRegions: ['region3'] }}                             | ${{ otherRegions: ['region2', 'region3'] }}
    ${{ removeRegions: ['region2'], addRegions: ['region3'] }} | ${{ otherRegions: ['region3'] }}
    ${{ options: { tls: true, description: 'New' } }}          | ${{ tls: true, description: 'New' }}
  `('makes $expected of $change', ({ change, expected }) => {
    expect(applyChange(spec(), change)).toEqual({
      ok: true,
      spec: { ...spec(), ...expected },
    });
  });

  it('gives a listed consumer its new namespace, once', () => {
    const change = {
      addConsumers: [
        { entityRef: 'component:default/checkout', namespace: 'shop' },
      ],
    };
    const once = applyChange(spec(), change);
    expect(once).toMatchObject({
      spec: { consumers: change.addConsumers },
    });
    expect(once.ok && applyChange(once.spec, change)).toEqual(once);
  });

  it('lets new answers on the size replace older sizes', () => {
    const recorded = spec({ memoryBytes: 2 ** 30, threads: 2 });
    expect(applyChange(recorded, { sizing, threads: 4 })).toMatchObject({
      spec: { sizing, memoryBytes: undefined, threads: 4 },
    });
    expect(
      applyChange(spec({ sizing }), { memoryBytes: 2 ** 31 }),
    ).toMatchObject({ spec: { sizing, memoryBytes: 2 ** 31 } });
  });

  it.each`
    change                                              | field                   | message
    ${{ removeConsumers: ['component:default/other'] }} | ${'removeConsumers[0]'} | ${/expected a consumer of the cache: "component:default\/checkout"\. Name one/}
    ${{ addRegions: ['region2'] }}                      | ${'addRegions[0]'}      | ${/does not have yet; it has "region1", "region2"/}
    ${{ removeRegions: ['region1'] }}                   | ${'removeRegions[0]'}   | ${/does not hold the primary\. Move the primary/}
    ${{ removeRegions: ['region9'] }}                   | ${'removeRegions[0]'}   | ${/a region of the cache: "region1", "region2"/}
  `('refuses $change', ({ change, field, message }) => {
    expect(applyChange(spec(), change)).toEqual({
      ok: false,
      errors: [
        expect.objectContaining({
          field,
          message: expect.stringMatching(message),
        }),
      ],
    });
  });
});
