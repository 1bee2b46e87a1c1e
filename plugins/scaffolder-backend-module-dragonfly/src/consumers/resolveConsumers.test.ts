import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { resolveConsumers } from './resolveConsumers';

function component(name: string, annotations?: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
  };
}

const credentials = mockCredentials.user();
const catalog = catalogServiceMock({
  entities: [
    component('checkout', {
      'backstage.io/kubernetes-namespace': 'shop-checkout',
    }),
    component('web'),
  ],
});

describe('resolveConsumers', () => {
  it('adds the namespace that the entity names', async () => {
    await expect(
      resolveConsumers(
        [
          { entityRef: 'component:default/web' },
          { entityRef: 'component:default/checkout' },
        ],
        { catalog, credentials },
      ),
    ).resolves.toEqual([
      { entityRef: 'component:default/web' },
      { entityRef: 'component:default/checkout', namespace: 'shop-checkout' },
    ]);
  });

  it('keeps the namespace that somebody gave', async () => {
    const consumers = [
      { entityRef: 'component:default/checkout', namespace: 'elsewhere' },
    ];
    await expect(
      resolveConsumers(consumers, { catalog, credentials }),
    ).resolves.toEqual(consumers);
  });

  it('refuses a consumer that the catalog does not have', async () => {
    await expect(
      resolveConsumers(
        [
          { entityRef: 'component:default/web' },
          { entityRef: 'component:default/chekout' },
          { entityRef: 'component:default/nobody' },
        ],
        { catalog, credentials },
      ),
    ).rejects.toThrow(
      'Found no "component:default/chekout", "component:default/nobody" in the catalog, or you may not see it',
    );
  });

  it('reads the catalog with the rights of whoever asks', async () => {
    const spied = catalogServiceMock.mock({
      getEntitiesByRefs: async () => ({ items: [component('web')] }),
    });

    await resolveConsumers([{ entityRef: 'component:default/web' }], {
      catalog: spied,
      credentials,
    });

    expect(spied.getEntitiesByRefs).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });
  });
});
