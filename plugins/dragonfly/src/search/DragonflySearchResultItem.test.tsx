import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { screen } from '@testing-library/react';
import {
  DragonflyApi,
  DragonflyCacheDocument,
} from 'backstage-plugin-dragonfly-common';
import { cacheState, reason } from '../__fixtures__/cacheState';
import { dragonflyApi, refusal } from '../__fixtures__/dragonflyApi';
import { cacheSearchResultItem } from '../extensions';

const document: DragonflyCacheDocument = {
  title: 'sessions',
  text: 'Cache of the shop',
  location: '/catalog/default/resource/sessions',
  entityRef: 'resource:default/sessions',
  owner: 'group:default/identity',
  system: 'system:default/shop',
  useCase: 'Session cache',
  regions: ['region1', 'region2'],
  verdict: 'healthy',
  reasons: [],
};

const item = createExtensionTester(cacheSearchResultItem).get(
  SearchResultListItemBlueprint.dataRefs.item,
);

function renderItem(overrides: Partial<DragonflyApi> = {}) {
  const Item = item.component;
  return renderInTestApp(<Item result={document} rank={1} />, {
    apis: [catalogApiMock(), dragonflyApi(overrides)],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('DragonflySearchResultItem', () => {
  it('is for caches only', () => {
    expect(item.predicate?.({ type: 'dragonfly-cache', document })).toBe(true);
    expect(item.predicate?.({ type: 'software-catalog', document })).toBe(
      false,
    );
  });

  it('shows whose cache it is, and the verdict of now instead of the indexed one', async () => {
    renderItem({
      getCache: async () =>
        cacheState({ verdict: 'degraded', reasons: [reason()] }),
    });
    expect(await screen.findByText('Degraded')).toBeVisible();
    expect(screen.queryByText(/indexed as/)).toBeNull();
    expect(screen.getByText(/9 s behind/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'sessions' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/sessions',
    );
    expect(screen.getByText('Session cache')).toBeVisible();
    expect(screen.getByText('in region1, region2')).toBeVisible();
    expect(screen.getByRole('link', { name: /identity/ })).toBeVisible();
    expect(screen.getByRole('link', { name: /shop/ })).toBeVisible();
  });

  it('calls the indexed verdict that when the live one cannot be had', async () => {
    const error = await refusal(503, 'The monitor starts.');
    renderItem({ getCache: () => Promise.reject(error) });
    expect(
      await screen.findByText(
        'indexed as healthy, live state unavailable: The monitor starts. (status 503)',
      ),
    ).toBeVisible();
  });
});
