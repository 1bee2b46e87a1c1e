import { readCatalogInfo, withSourceTemplate } from './catalogInfo';

const resource = `# made from the policy
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: sessions
  annotations:
    dragonflydb.io/cache: sessions # the cache
spec:
  type: cache
`;
const readme = { path: 'README.md', content: 'kind: Resource' };

describe('readCatalogInfo', () => {
  it.each`
    situation                     | content                                                          | entityRef
    ${'the default namespace'}    | ${resource}                                                      | ${'resource:default/sessions'}
    ${'a namespace of its own'}   | ${resource.replace('metadata:', 'metadata:\n  namespace: shop')} | ${'resource:shop/sessions'}
    ${'another entity before it'} | ${`kind: System\nmetadata: { name: shop }\n---\n${resource}`}    | ${'resource:default/sessions'}
  `('finds the entity: $situation', ({ content, entityRef }) => {
    expect(
      readCatalogInfo([readme, { path: 'catalog-info.yaml', content }]),
    ).toEqual({ path: 'catalog-info.yaml', entityRef });
  });

  it('says so when there is none', () => {
    expect(() => readCatalogInfo([readme])).toThrow(
      'Found no catalog-info.yaml with an entity of kind Resource among the 1 generated files',
    );
  });
});

describe('withSourceTemplate', () => {
  it('annotates the entities and leaves everything else as it is', () => {
    expect(
      withSourceTemplate(
        [readme, { path: 'catalog-info.yaml', content: resource }],
        'template:default/dragonfly-cache',
      ),
    ).toEqual([
      readme,
      {
        path: 'catalog-info.yaml',
        content: resource.replace(
          'spec:',
          '    backstage.io/source-template: template:default/dragonfly-cache\nspec:',
        ),
      },
    ]);
  });

  it('annotates each of several entities', () => {
    const [{ content }] = withSourceTemplate(
      [
        {
          path: 'a/catalog-info.yaml',
          content: `kind: System\nmetadata:\n  name: shop\n---\n${resource}`,
        },
      ],
      'template:default/t',
    );

    expect(content.match(/source-template: template:default\/t/g)).toHaveLength(
      2,
    );
    expect(readCatalogInfo([{ path: 'catalog-info.yaml', content }])).toEqual({
      path: 'catalog-info.yaml',
      entityRef: 'resource:default/sessions',
    });
  });
});
