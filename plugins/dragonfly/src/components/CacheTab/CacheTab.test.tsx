import { Entity } from '@backstage/catalog-model';
import { renderInTestApp, renderTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
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
import { cacheEntity } from '../../__fixtures__/entities';
import { cacheTab } from '../../extensions';
import { CacheTab } from './CacheTab';

function renderTab(overrides: Partial<DragonflyApi> = {}) {
  return renderTestApp({
    extensions: [createTestEntityPage({ entity: cacheEntity() }), cacheTab],
    apis: [dragonflyApi(overrides)],
  });
}

describe('CacheTab', () => {
  it('has a row for each node with everything known of it', async () => {
    renderTab({
      getCache: async () =>
        cacheState({
          nodes: [replicaNode(), silentNode({ region: 'region3' })],
        }),
    });
    const table = await screen.findByRole('grid', {
      name: 'Nodes of Sessions',
    });
    const [, known, silent] = within(table).getAllByRole('row');
    expect(known).toHaveTextContent('region2');
    expect(known).toHaveTextContent('link up');
    expect(known).toHaveTextContent('400 ms behind');
    expect(known).toHaveTextContent('1,200 keys, 1,180 of them with a TTL');
    expect(known).toHaveTextContent('dragonfly 1.40.1');
    expect(silent).toHaveTextContent('No answer within 1500 ms.');
    expect(silent).toHaveTextContent('memory not known');
  });

  it('says that somebody works on the cache, and what is theirs to do', async () => {
    renderTab({
      getCache: async () => cacheState({ maintenance: maintenance() }),
    });
    expect(
      await screen.findByRole('region', { name: 'Maintenance' }),
    ).toHaveTextContent('declared by alice: Moves to region2.');
    expect(
      await screen.findByRole('button', { name: 'End maintenance' }),
    ).toBeEnabled();
    expect(screen.getByText('Healthy')).toBeVisible();
  });

  it('says for each reason who acts, whether applications notice, and what to do', async () => {
    renderTab({
      getCache: async () =>
        cacheState({ verdict: 'degraded', reasons: [reason()] }),
    });
    const details = await screen.findByRole('article', {
      name: 'Replication lag is high',
    });
    expect(details).toHaveTextContent('9 s behind; the limit is 5 s');
    expect(details).toHaveTextContent('Who actscache owner');
    expect(details).toHaveTextContent('Applications noticeno');
    expect(details).toHaveTextContent('Look at the write rate of the primary.');
    expect(details).toHaveTextContent('LAG_HIGH');
  });

  it('shows what the policy says of the use case, with the line of the decision record', async () => {
    renderTab();
    const policy = await screen.findByRole('region', { name: 'Policy' });
    expect(
      await within(policy).findByText('Session cache (from ADR line 160)'),
    ).toBeVisible();
    expect(policy).toHaveTextContent('TTL24 h');
    expect(policy).toHaveTextContent('LRU: keys are evicted');
    expect(policy).toHaveTextContent('needed: a replica in another region');
  });

  it('shows the state without the policy when that cannot be had', async () => {
    renderTab({
      getPolicy: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    const policy = await screen.findByRole('region', { name: 'Policy' });
    expect(policy).toHaveTextContent('Session cache');
    expect(screen.getByText('Healthy')).toBeVisible();
  });

  it.each`
    exposure                                                       | words
    ${{ kind: 'everything', because: 'there is no replica' }}      | ${'Lost: everything: there is no replica'}
    ${{ kind: 'none-needed', because: 'the use case is local' }}   | ${'Lost: no copy needed: the use case is local'}
    ${{ kind: 'unknown', because: 'the replica does not answer' }} | ${'Lost: unknown: the replica does not answer'}
  `('says "$words"', async ({ exposure, words }) => {
    renderTab({ getCache: async () => cacheState({ exposure }) });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('lists problems of the declaration', async () => {
    const message = 'Region "mars" is not configured.';
    renderTab({
      getCache: async () =>
        cacheState({
          cache: declaration({
            problems: [
              {
                code: 'UNKNOWN_REGION',
                entityRef: 'resource:default/sessions',
                message,
              },
            ],
          }),
        }),
    });
    expect(
      await screen.findByRole('list', { name: 'Problems of the declaration' }),
    ).toHaveTextContent(message);
  });

  it('names the permission somebody lacks', async () => {
    const error = await refusal(403, 'Unauthorized');
    renderTab({ getCache: () => Promise.reject(error) });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'permission "dragonfly.cache.read" on resource:default/sessions',
    );
  });

  it('explains the annotation to an entity without it', async () => {
    const entity: Entity = {
      ...cacheEntity(),
      metadata: { name: 'sessions', namespace: 'default' },
    };
    renderInTestApp(
      <EntityProvider entity={entity}>
        <CacheTab />
      </EntityProvider>,
      { apis: [dragonflyApi()] },
    );
    expect(await screen.findByText('dragonflydb.io/cache')).toBeVisible();
  });
});
