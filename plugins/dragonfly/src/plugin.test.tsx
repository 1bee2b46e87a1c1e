import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import scaffolderPlugin, {
  formFieldsApiRef,
} from '@backstage/plugin-scaffolder/alpha';
import {
  cacheEntity,
  databaseEntity,
  serviceEntity,
} from './__fixtures__/entities';
import { cacheCard, cacheTab } from './extensions';
import dragonflyPlugin from './index';

describe('dragonflyPlugin', () => {
  it.each([
    'api:dragonfly',
    'entity-card:dragonfly/caches',
    'entity-content:dragonfly/cache',
    'page:dragonfly',
    'scaffolder-form-field:dragonfly/cache-name',
    'scaffolder-form-field:dragonfly/consumers',
    'scaffolder-form-field:dragonfly/manifest-preview',
    'scaffolder-form-field:dragonfly/output-options',
    'scaffolder-form-field:dragonfly/region-picker',
    'scaffolder-form-field:dragonfly/sizing',
    'scaffolder-form-field:dragonfly/use-case-picker',
    'search-filter-result-type:dragonfly',
    'search-result-list-item:dragonfly',
  ] as const)('brings %s', id => {
    expect(dragonflyPlugin.getExtension(id)).toBeDefined();
  });

  it.each`
    situation                           | entity                                        | card     | tab
    ${'a cache'}                        | ${cacheEntity()}                              | ${true}  | ${true}
    ${'another resource'}               | ${databaseEntity()}                           | ${false} | ${false}
    ${'a service without dependencies'} | ${serviceEntity()}                            | ${false} | ${false}
    ${'a service on a resource'}        | ${serviceEntity('resource:default/sessions')} | ${true}  | ${false}
    ${'a service on a service'}         | ${serviceEntity('component:default/search')}  | ${false} | ${false}
  `('shows card: $card, tab: $tab on $situation', ({ entity, card, tab }) => {
    const { filterFunction } = EntityCardBlueprint.dataRefs;
    expect(createExtensionTester(cacheCard).get(filterFunction)?.(entity)).toBe(
      card,
    );
    expect(
      createExtensionTester(cacheTab).get(
        EntityContentBlueprint.dataRefs.filterFunction,
      )?.(entity),
    ).toBe(tab);
  });

  it('attaches its form fields to the Create wizard', async () => {
    const { apis } = renderTestApp({
      features: [scaffolderPlugin, dragonflyPlugin],
    });
    const fields = await apis.get(formFieldsApiRef)?.loadFormFields();
    expect(fields).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'DragonflyCacheName' }),
        expect.objectContaining({ name: 'DragonflyConsumers' }),
        expect.objectContaining({ name: 'DragonflyManifestPreview' }),
        expect.objectContaining({ name: 'DragonflyOutputOptions' }),
        expect.objectContaining({ name: 'DragonflyRegionPicker' }),
        expect.objectContaining({ name: 'DragonflySizing' }),
        expect.objectContaining({ name: 'DragonflyUseCasePicker' }),
      ]),
    );
  });
});
