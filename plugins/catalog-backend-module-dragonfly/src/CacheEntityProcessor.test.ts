import { Entity } from '@backstage/catalog-model';
import { CacheEntityProcessor } from './CacheEntityProcessor';

function entityWith(
  annotations: Record<string, string>,
  overrides: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'sessions', annotations },
    spec: { type: 'cache', owner: 'identity' },
    ...overrides,
  };
}

const processor = new CacheEntityProcessor();

describe('CacheEntityProcessor', () => {
  it.each`
    situation                        | entity
    ${'a cache'}                     | ${entityWith({ 'dragonflydb.io/cache': 'sessions', 'dragonflydb.io/topology': 'replicated', 'dragonflydb.io/regions': 'region1,region2', 'dragonflydb.io/primary-region': 'region1' })}
    ${'regions that exist nowhere'}  | ${entityWith({ 'dragonflydb.io/cache': 'sessions', 'dragonflydb.io/regions': 'moon' })}
    ${'a resource that is no cache'} | ${entityWith({}, { spec: { type: 'database' } })}
    ${'an entity without any'}       | ${entityWith({}, { metadata: { name: 'sessions' } })}
  `('lets $situation pass as it is', async ({ entity }) => {
    await expect(processor.postProcessEntity(entity)).resolves.toBe(entity);
  });

  it('names every annotation that is wrong, its value and what was expected', async () => {
    const entity = entityWith({
      'dragonflydb.io/cache': 'My Sessions',
      'dragonflydb.io/topology': 'ring',
    });

    await expect(processor.postProcessEntity(entity)).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: [
          'Annotation "dragonflydb.io/cache" of resource:default/sessions is "My Sessions"; expected a DNS label: 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit.',
          'Annotation "dragonflydb.io/topology" of resource:default/sessions is "ring"; expected one of "replicated", "independent".',
        ].join('\n'),
      }),
    );
  });

  it('refuses the annotation on anything but a cache', async () => {
    const component = entityWith(
      { 'dragonflydb.io/cache': 'sessions' },
      { kind: 'Component', spec: { type: 'service' } },
    );

    await expect(processor.postProcessEntity(component)).rejects.toThrow(
      'component:default/sessions has annotation "dragonflydb.io/cache", but its kind is "Component" and its spec.type is "service"; expected kind "Resource" and spec.type "cache". Correct them or remove the annotation.',
    );
  });
});
