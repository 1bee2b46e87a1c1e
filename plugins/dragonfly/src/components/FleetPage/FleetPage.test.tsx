import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { DragonflyApi } from 'backstage-plugin-dragonfly-common';
import {
  cacheState,
  declaration,
  maintenance,
  reason,
} from '../../__fixtures__/cacheState';
import { dragonflyApi } from '../../__fixtures__/dragonflyApi';
import { FleetPage } from './FleetPage';

function renderPage(getCaches: DragonflyApi['getCaches']) {
  return renderInTestApp(<FleetPage />, {
    apis: [dragonflyApi({ getCaches })],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

const state = (name: string, entityRef: string) =>
  declaration({ name, title: undefined, entityRef });

describe('FleetPage', () => {
  it('counts the caches by verdict and shows the worst first', async () => {
    renderPage(async () => ({
      items: [
        cacheState({ cache: state('alpha', 'resource:default/alpha') }),
        cacheState({
          cache: state('zulu', 'resource:default/zulu'),
          verdict: 'critical',
          reasons: [reason()],
        }),
      ],
      problems: [],
    }));

    expect(
      await screen.findByText('2 caches: 1 critical, 1 healthy'),
    ).toBeInTheDocument();
    const caches = screen.getAllByRole('region', { name: /^Cache / });
    expect(caches.map(cache => cache.getAttribute('aria-label'))).toEqual([
      'Cache zulu',
      'Cache alpha',
    ]);
  });

  it('marks the caches that somebody works on', async () => {
    renderPage(async () => ({
      items: [
        cacheState({ cache: state('alpha', 'resource:default/alpha') }),
        cacheState({
          cache: state('zulu', 'resource:default/zulu'),
          maintenance: maintenance({ entityRef: 'resource:default/zulu' }),
        }),
      ],
      problems: [],
    }));

    expect(
      await screen.findByRole('region', { name: 'Cache zulu' }),
    ).toHaveTextContent(/maintenance until \d/);
    expect(
      screen.getByRole('region', { name: 'Cache alpha' }),
    ).not.toHaveTextContent('maintenance');
  });

  it('says when there is nothing to see', async () => {
    renderPage(async () => ({ items: [], problems: [] }));

    expect(
      await screen.findByText(/The catalog has no cache that you may see/),
    ).toBeInTheDocument();
  });

  it('shows refused declarations', async () => {
    renderPage(async () => ({
      items: [],
      problems: [
        {
          code: 'NAME_TAKEN',
          entityRef: 'resource:default/other',
          message: 'The cache name "sessions" is taken.',
        },
      ],
    }));

    expect(
      await screen.findByText('The cache name "sessions" is taken.'),
    ).toBeInTheDocument();
  });

  it.each`
    situation               | items
    ${'beside the caches'}  | ${[cacheState()]}
    ${'when there is none'} | ${[]}
  `(
    'shows what is wrong with the inventory source $situation',
    async ({ items }) => {
      renderPage(async () => ({
        items,
        problems: [],
        inventorySource: { problem: 'The inventory source could not be read.' },
      }));

      expect(
        await screen.findByText('Where caches are may not be current'),
      ).toBeInTheDocument();
      expect(
        screen.getByText('The inventory source could not be read.'),
      ).toBeInTheDocument();
    },
  );

  it('shows no notice of an inventory source that is in order', async () => {
    renderPage(async () => ({
      items: [cacheState()],
      problems: [],
      inventorySource: {
        revision: 'sha256:0',
        readAt: '2026-11-24T12:00:00.000Z',
      },
    }));

    expect(await screen.findByText('1 cache: 1 healthy')).toBeInTheDocument();
    expect(
      screen.queryByText('Where caches are may not be current'),
    ).not.toBeInTheDocument();
  });
});
