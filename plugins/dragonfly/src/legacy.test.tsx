import { getComponentData } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { dragonflyApi } from './__fixtures__/dragonflyApi';
import { cacheEntity } from './__fixtures__/entities';
import {
  CacheSearchResultListItem,
  dragonflyApiRef,
  DragonflyCacheName,
  DragonflyConsumers,
  DragonflyManifestPreview,
  DragonflyOutputOptions,
  dragonflyPlugin,
  DragonflyRegionPicker,
  DragonflySizing,
  DragonflyUseCasePicker,
  EntityCacheCard,
  EntityCacheContent,
} from './legacy';

async function renderOnCachePage(element: JSX.Element) {
  await renderInTestApp(
    <TestApiProvider
      apis={[dragonflyApi(), [permissionApiRef, mockApis.permission()]]}
    >
      <EntityProvider entity={cacheEntity()}>
        <Routes>
          <Route path="/cache" element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: ['/cache'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('the plugin for the old frontend system', () => {
  it('brings its API', () => {
    expect([...dragonflyPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      dragonflyApiRef.id,
    ]);
  });

  it('shows the card', async () => {
    await renderOnCachePage(<EntityCacheCard />);
    expect(await screen.findByText('Healthy')).toBeVisible();
  });

  it('shows the tab', async () => {
    await renderOnCachePage(<EntityCacheContent />);
    expect(
      await screen.findByRole('grid', { name: 'Nodes of Sessions' }),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Start maintenance…' }),
    ).toBeEnabled();
  });

  it('shows caches among search results', async () => {
    await renderOnCachePage(
      <SearchResultListItemExtensions
        results={[
          {
            type: 'dragonfly-cache',
            document: {
              title: 'sessions',
              text: '',
              location: '/catalog/default/resource/sessions',
              ...{
                entityRef: 'resource:default/sessions',
                regions: [],
                reasons: [],
                verdict: 'unknown',
              },
            },
          },
        ]}
      >
        <CacheSearchResultListItem />
      </SearchResultListItemExtensions>,
    );
    expect(await screen.findByText('Healthy')).toBeVisible();
  });

  it.each([
    ['DragonflyCacheName', <DragonflyCacheName />],
    ['DragonflyConsumers', <DragonflyConsumers />],
    ['DragonflyManifestPreview', <DragonflyManifestPreview />],
    ['DragonflyOutputOptions', <DragonflyOutputOptions />],
    ['DragonflyRegionPicker', <DragonflyRegionPicker />],
    ['DragonflySizing', <DragonflySizing />],
    ['DragonflyUseCasePicker', <DragonflyUseCasePicker />],
  ])('brings the form field %s', (name, element) => {
    expect(
      getComponentData(element, 'scaffolder.extensions.field.v1'),
    ).toMatchObject({ name, validation: expect.any(Function) });
  });
});
