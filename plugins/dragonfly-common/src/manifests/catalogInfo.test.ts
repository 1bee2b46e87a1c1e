import {
  entityEnvelopeSchemaValidator,
  resourceEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { parse } from 'yaml';
import {
  contentOf,
  independentSpec,
  rendered,
  spec,
} from './__testUtils__/caches';
import { CacheSpec } from './types';

function entityOf(request: CacheSpec) {
  return parse(contentOf(rendered(request), 'catalog-info.yaml'));
}

describe('catalogInfo', () => {
  it('declares a replicated cache', () => {
    expect(entityOf(spec({ system: 'system:default/login' }))).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'sessions',
        description: 'Session cache on Dragonfly',
        annotations: {
          'dragonflydb.io/cache': 'sessions',
          'dragonflydb.io/use-case': 'session-cache',
          'dragonflydb.io/topology': 'replicated',
          'dragonflydb.io/regions': 'region1,region2',
          'dragonflydb.io/primary-region': 'region1',
          'backstage.io/techdocs-ref': 'dir:.',
        },
        tags: ['cache', 'dragonfly', 'session-cache'],
      },
      spec: {
        type: 'cache',
        owner: 'group:default/identity',
        system: 'system:default/login',
        dependencyOf: ['component:default/checkout'],
      },
    });
  });

  it('declares no primary region and no consumer where there is none', () => {
    const entity = entityOf(independentSpec({ consumers: [] }));
    expect(entity.metadata.annotations).not.toHaveProperty([
      'dragonflydb.io/primary-region',
    ]);
    expect(entity.spec).not.toHaveProperty('dependencyOf');
  });

  it.each([spec(), independentSpec({ consumers: [], description: ': # {' })])(
    'is an entity that the catalog accepts: $name',
    async request => {
      const entity = entityOf(request);
      expect(() => entityEnvelopeSchemaValidator()(entity)).not.toThrow();
      await expect(resourceEntityV1alpha1Validator.check(entity)).resolves.toBe(
        true,
      );
    },
  );
});
