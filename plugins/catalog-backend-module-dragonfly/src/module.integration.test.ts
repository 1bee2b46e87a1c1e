import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogModuleDragonfly } from './module';

describe('catalog module', () => {
  it('lists the permissions beside the rules of catalog entities', async () => {
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleDragonfly,
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: false } },
        }),
      ],
    });

    const { body } = await request(backend.server).get(
      '/api/catalog/.well-known/backstage/permissions/metadata',
    );

    expect(body.permissions).toContainEqual(
      expect.objectContaining({
        name: 'dragonfly.cache.read',
        resourceType: 'catalog-entity',
      }),
    );
    expect(body.rules).toContainEqual(
      expect.objectContaining({
        name: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
      }),
    );
    await backend.stop();
  });
});
