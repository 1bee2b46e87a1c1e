import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { refuseTakenName } from './refuseTakenName';

const credentials = mockCredentials.user();
const sessions = {
  name: 'sessions',
  entityRef: 'resource:default/sessions',
  owner: 'group:default/identity',
};

function resource(
  name: string,
  overrides: {
    namespace?: string;
    cache?: string;
    spec?: Entity['spec'];
    relations?: Entity['relations'];
  } = {},
): Entity {
  const { cache, namespace = 'default', relations, spec } = overrides;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace,
      annotations: cache ? { 'dragonflydb.io/cache': cache } : {},
    },
    spec: { type: 'cache', owner: 'group:default/identity', ...spec },
    relations,
  };
}

function check(entities: Entity[]) {
  return refuseTakenName(sessions, {
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    credentials,
  });
}

describe('refuseTakenName', () => {
  it.each`
    situation                                 | entities
    ${'an empty catalog'}                     | ${[]}
    ${'another cache'}                        | ${[resource('limits', { cache: 'limits' })]}
    ${'a component that mentions the name'}   | ${[{ ...resource('web', { cache: 'sessions' }), kind: 'Component' }]}
    ${'an entity of that name of other kind'} | ${[{ ...resource('sessions'), kind: 'Component' }]}
    ${'a namesake in another namespace'}      | ${[resource('sessions', { namespace: 'shop' })]}
  `('leaves the name free: $situation', async ({ entities }) => {
    await expect(check(entities)).resolves.toBe('new');
  });

  it.each`
    situation                  | entity
    ${'owner as declared'}     | ${resource('sessions', { cache: 'sessions', spec: { owner: 'identity' } })}
    ${'owner by its relation'} | ${resource('sessions', { cache: 'sessions', spec: { owner: 'x' }, relations: [{ type: 'ownedBy', targetRef: 'group:default/identity' }] })}
  `('knows the same cache again: $situation', async ({ entity }) => {
    await expect(check([entity])).resolves.toBe('existing');
  });

  it.each`
    situation                               | entity                                                                      | named
    ${'another entity has the cache name'}  | ${resource('logins', { cache: 'sessions' })}                                | ${'resource:default/logins (owner: group:default/identity)'}
    ${'a namesake in another namespace'}    | ${resource('sessions', { cache: 'sessions', namespace: 'shop' })}           | ${'resource:shop/sessions (owner: group:default/identity)'}
    ${'the cache belongs to another team'}  | ${resource('sessions', { cache: 'sessions', spec: { owner: 'edge' } })}     | ${'resource:default/sessions (owner: group:default/edge)'}
    ${'the entity is no cache'}             | ${resource('sessions', { spec: { type: 's3-bucket', owner: 'identity' } })} | ${'resource:default/sessions (owner: group:default/identity)'}
    ${'the entity is a cache of that name'} | ${resource('sessions', { cache: 'other' })}                                 | ${'resource:default/sessions (owner: group:default/identity)'}
  `('refuses the name: $situation', async ({ entity, named }) => {
    await expect(check([entity])).rejects.toThrow(
      `The name "sessions" is taken by ${named}; nothing was generated.`,
    );
  });

  it('does not name an entity that the asking person may not see', async () => {
    const own = await mockServices.auth().getOwnServiceCredentials();
    const catalog = catalogServiceMock.mock({
      queryEntities: async (_request, options) => ({
        items:
          JSON.stringify(options) === JSON.stringify({ credentials: own })
            ? [resource('secret', { cache: 'sessions' })]
            : [],
        totalItems: 1,
        pageInfo: {},
      }),
      getEntityByRef: async () => undefined,
    });

    const refused = refuseTakenName(sessions, {
      auth: mockServices.auth(),
      catalog,
      credentials,
    });

    await expect(refused).rejects.toThrow(
      'The name "sessions" is taken by an entity of the catalog that you may not see; nothing was generated.',
    );
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(
      'resource:default/secret',
      { credentials },
    );
  });
});
