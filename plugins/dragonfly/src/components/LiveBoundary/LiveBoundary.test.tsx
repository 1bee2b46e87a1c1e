import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LiveData } from '../../hooks';
import { LiveBoundary } from './LiveBoundary';

function renderBoundary(live: LiveData<string>) {
  return render(
    <LiveBoundary live={live} subject="the state of sessions">
      {data => <p>{data}</p>}
    </LiveBoundary>,
  );
}

const NOT_CURRENT = 'What is shown is no longer current.';

describe('LiveBoundary', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-24T12:00:00Z') });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows current data without a notice', () => {
    renderBoundary({
      status: 'loaded',
      data: 'healthy',
      receivedAt: Date.now(),
      intervalMs: 2_500,
    });
    expect(screen.getByText('healthy')).toBeVisible();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('keeps the last data when a refresh failed, with its age and the reason', () => {
    renderBoundary({
      status: 'loaded',
      data: 'healthy',
      receivedAt: Date.now() - 42_000,
      intervalMs: 2_500,
      refreshFailure: { kind: 'unavailable', message: 'Failed to fetch' },
    });
    expect(screen.getByText('healthy')).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(NOT_CURRENT);
    expect(
      screen.getByText(
        'Last refreshed 42 s ago. The last attempt to refresh it failed: Failed to fetch',
      ),
    ).toBeVisible();
  });

  it('notices by itself that an answer is overdue', () => {
    renderBoundary({
      status: 'loaded',
      data: 'healthy',
      receivedAt: Date.now(),
      intervalMs: 2_500,
    });
    act(() => {
      jest.advanceTimersByTime(8_000);
    });
    expect(screen.getByRole('status')).toHaveTextContent(NOT_CURRENT);
    expect(screen.getByText(/Last refreshed 8 s ago/)).toBeVisible();
  });

  it('does not expect an answer that is not asked for again', () => {
    renderBoundary({ status: 'loaded', data: 'healthy', receivedAt: 0 });
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('asks again when somebody wants it to', async () => {
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const retry = jest.fn();
    renderBoundary({
      status: 'failed',
      failure: { kind: 'unavailable', message: 'Failed to fetch' },
      retry,
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
