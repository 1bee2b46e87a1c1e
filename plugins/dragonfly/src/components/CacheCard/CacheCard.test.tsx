import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { DragonflyApi } from 'backstage-plugin-dragonfly-common';
import {
  cacheState,
  declaration,
  maintenance,
  reason,
  replicaNode,
  silentNode,
} from '../../__fixtures__/cacheState';
import { dragonflyApi, refusal } from '../../__fixtures__/dragonflyApi';
import {
  cacheEntity,
  databaseEntity,
  serviceEntity,
} from '../../__fixtures__/entities';
import { cacheCard } from '../../extensions';

const catalogApi = catalogApiMock({
  entities: [cacheEntity('sessions'), cacheEntity('rates'), databaseEntity()],
});

function renderCard(entity: Entity, overrides: Partial<DragonflyApi> = {}) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity }), cacheCard],
    apis: [catalogApi, dragonflyApi(overrides)],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

describe('CacheCard on a cache', () => {
  it('shows verdict, nodes, lag, memory and exposure, each with unit and age', async () => {
    renderCard(cacheEntity());
    const cache = await screen.findByRole('region', { name: 'Cache Sessions' });
    expect(within(cache).getByRole('status')).toHaveTextContent(
      'Sessions is Healthy',
    );
    const [primary, replica] = within(
      within(cache).getByRole('list', { name: 'Nodes of Sessions' }),
    ).getAllByRole('listitem');
    expect(primary).toHaveTextContent('region1: primary');
    expect(primary).toHaveTextContent('1 replica connected: online');
    expect(primary).toHaveTextContent('1.2 GiB of 2 GiB used (60 %)');
    expect(replica).toHaveTextContent('region2: replica');
    expect(replica).toHaveTextContent('link up');
    expect(replica).toHaveTextContent(
      /400 ms behind, ± 100 ms \(by WAIT\); 12 records \(reported by the primary\); observed [\d.]+ s ago/,
    );
    expect(replica).toHaveTextContent(/answered [\d.]+ s ago in 3 ms/);
    expect(cache).toHaveTextContent('Lost with the primary’s region:');
  });

  it('marks a cache that somebody works on, and until when', async () => {
    renderCard(cacheEntity(), {
      getCache: async () => cacheState({ maintenance: maintenance() }),
    });
    const mark = await screen.findByText(/^maintenance until/);
    expect(within(mark).getByRole('time')).toHaveAttribute(
      'datetime',
      '2026-11-24T12:35:00.000Z',
    );
  });

  it('says what is wrong, and where the roles differ from the declared ones', async () => {
    renderCard(cacheEntity(), {
      getCache: async () =>
        cacheState({
          verdict: 'critical',
          reasons: [
            reason({
              code: 'DUAL_PRIMARY',
              severity: 'critical',
              message: 'Both region1 and region2 answer as primary.',
            }),
          ],
          nodes: [replicaNode({ observedRole: 'primary', lag: undefined })],
        }),
    });
    expect(await screen.findByText('Critical')).toBeVisible();
    expect(screen.getByRole('list', { name: 'Reasons' })).toHaveTextContent(
      'critical: Both region1 and region2 answer as primary.',
    );
    expect(
      screen.getByText('observed primary, declared replica'),
    ).toBeVisible();
  });

  it('keeps the other nodes when one has no data', async () => {
    renderCard(cacheEntity(), {
      getCache: async () =>
        cacheState({
          nodes: [replicaNode(), silentNode({ region: 'region3' })],
        }),
    });
    const nodes = await screen.findByRole('list', { name: /Nodes of/ });
    const [known, silent] = within(nodes).getAllByRole('listitem');
    expect(known).toHaveTextContent('link up');
    expect(silent).toHaveTextContent('declared replica, role not observed');
    expect(silent).toHaveTextContent('No answer within 1500 ms.');
  });

  it('shows problems of the declaration beside the state', async () => {
    const message = 'Annotation "dragonflydb.io/regions" is empty.';
    renderCard(cacheEntity(), {
      getCache: async () =>
        cacheState({
          cache: declaration({
            problems: [
              {
                code: 'INVALID_ANNOTATION',
                entityRef: 'resource:default/sessions',
                message,
              },
            ],
          }),
        }),
    });
    expect(await screen.findByText(message)).toBeVisible();
  });

  it('says that it loads', async () => {
    renderCard(cacheEntity(), { getCache: () => new Promise(() => {}) });
    expect(
      await screen.findByText('Loading the state of this cache'),
    ).toBeInTheDocument();
  });

  it('names the permission somebody lacks', async () => {
    const error = await refusal(403, 'Unauthorized');
    renderCard(cacheEntity(), {
      getCache: () => Promise.reject(error),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It needs the permission "dragonfly.cache.read" on resource:default/sessions.',
    );
  });

  it('passes on why the backend knows no such cache', async () => {
    const error = await refusal(404, 'Found no cache for it.');
    renderCard(cacheEntity(), { getCache: () => Promise.reject(error) });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Found no cache for it.',
    );
  });

  it('offers another attempt when the backend does not answer', async () => {
    renderCard(cacheEntity(), {
      getCache: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Failed to fetch',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});

describe('CacheCard on a service', () => {
  it('shows a linked line for each cache it depends on, and why one has no state', async () => {
    renderCard(
      serviceEntity('resource:default/sessions', 'resource:default/rates'),
    );
    const sessions = await screen.findByRole('region', {
      name: 'Cache Sessions',
    });
    expect(within(sessions).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/resource/sessions',
    );
    const rates = screen.getByRole('region', { name: 'Cache rates' });
    expect(rates).toHaveTextContent('Unknown');
    expect(rates).toHaveTextContent(
      'you lack the permission "dragonfly.cache.read" on resource:default/rates',
    );
  });

  it('shows why the backend refuses a cache', async () => {
    const message = 'Found no profile "prod" for cache "rates".';
    renderCard(serviceEntity('resource:default/rates'), {
      getCaches: async () => ({
        items: [],
        problems: [
          {
            code: 'UNKNOWN_PROFILE',
            entityRef: 'resource:default/rates',
            message,
          },
        ],
      }),
    });
    expect(await screen.findByText(message)).toBeVisible();
    expect(screen.queryByText(/you lack the permission/)).toBeNull();
  });
});
