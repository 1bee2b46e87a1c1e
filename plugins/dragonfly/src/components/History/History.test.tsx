import {
  CacheEventKind,
  Series,
  SeriesAnswer,
} from 'backstage-plugin-dragonfly-common';
import { TestApiProvider } from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { declaration } from '../../__fixtures__/cacheState';
import { dragonflyApi } from '../../__fixtures__/dragonflyApi';
import { EventsSection } from './EventsSection';
import { HistorySection } from './HistorySection';

const AT = '2026-11-24T12:00:00.000Z';

const lag: Series = {
  metric: 'lag',
  unit: 'seconds',
  region: 'region2',
  points: [
    { at: AT, minimum: 0.1, mean: 0.4, maximum: 9, samples: 3 },
    { at: AT, minimum: 0.2, mean: 0.5, maximum: 1, samples: 3 },
  ],
};

function answer(overrides: Partial<SeriesAnswer> = {}): SeriesAnswer {
  return {
    entityRef: 'resource:default/sessions',
    from: AT,
    to: AT,
    resolution: 'raw',
    series: [lag],
    everythingExposed: [],
    ...overrides,
  };
}

describe('HistorySection', () => {
  function show(getSeries: jest.Mock) {
    render(
      <TestApiProvider apis={[dragonflyApi({ getSeries })]}>
        <HistorySection cache={declaration()} />
      </TestApiProvider>,
    );
  }

  it('says in words what its lines show', async () => {
    show(jest.fn().mockResolvedValue(answer()));
    expect(
      await screen.findByText(
        'Replication lag in region2: 500 ms at the end, between 100 ms and 9 s in this range.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('figure', { name: 'Replication lag' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('figure', { name: 'Memory' })).toHaveTextContent(
      'Nothing known in this range.',
    );
  });

  it('says that history cannot be kept, beside what there is', async () => {
    const problem = 'The history of caches cannot be kept now.';
    show(jest.fn().mockResolvedValue(answer({ problem })));
    expect(await screen.findByText(problem)).toBeInTheDocument();
    expect(screen.getByText(/500 ms at the end/)).toBeInTheDocument();
  });

  it('asks for the range the reader chooses, by keyboard', async () => {
    const getSeries = jest.fn().mockResolvedValue(answer());
    show(getSeries);
    await screen.findByText(/500 ms at the end/);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('option', { name: '7 days' }));
    await screen.findByText(/500 ms at the end/);
    const { from, to } = getSeries.mock.calls.at(-1)[0];
    expect(Date.parse(to) - Date.parse(from)).toBe(7 * 24 * 3_600_000);
  });
});

describe('EventsSection', () => {
  it('lists what happened, and more on request', async () => {
    const event = (id: string) => ({
      id,
      at: AT,
      kind: 'verdict-changed' as const,
      message: `Event ${id}.`,
      details: {},
    });
    const getEvents = jest.fn(async ({ limit }: { limit?: number }) =>
      limit === 10
        ? { items: [event('2')], nextCursor: '2' }
        : { items: [event('2'), event('1')] },
    );
    render(
      <TestApiProvider apis={[dragonflyApi({ getEvents })]}>
        <EventsSection entityRef="resource:default/sessions" />
      </TestApiProvider>,
    );
    expect(await screen.findByText(/Event 2\./)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show more events' }),
    );
    expect(await screen.findByText(/Event 1\./)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('lists what was declared', async () => {
    const event = (kind: CacheEventKind, message: string) => ({
      id: kind,
      at: AT,
      kind,
      message,
      details: {},
    });
    const started = 'Alice has declared a maintenance: <b>moves</b>';
    const getEvents = async () => ({
      items: [
        event('maintenance-ended', 'The maintenance is over.'),
        event('maintenance-started', started),
      ],
    });
    render(
      <TestApiProvider apis={[dragonflyApi({ getEvents })]}>
        <EventsSection entityRef="resource:default/sessions" />
      </TestApiProvider>,
    );
    const [ended, begun] = await screen.findAllByRole('listitem');
    expect(ended).toHaveTextContent('The maintenance is over.');
    expect(begun).toHaveTextContent(started);
  });

  it('says that nothing has happened', async () => {
    render(
      <TestApiProvider apis={[dragonflyApi()]}>
        <EventsSection entityRef="resource:default/sessions" />
      </TestApiProvider>,
    );
    expect(await screen.findByText(/Nothing has happened/)).toBeInTheDocument();
  });
});
