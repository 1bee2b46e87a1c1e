import { act, render, screen } from '@testing-library/react';
import { AgeText } from './AgeText';

describe('AgeText', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('grows while nothing newer arrives, whatever the browser’s clock says', () => {
    jest.useFakeTimers({ now: Date.parse('1999-12-31T23:59:59Z') });
    render(
      <AgeText
        observedAt="2026-11-24T11:59:58.000Z"
        reading={{
          assessedAt: '2026-11-24T12:00:00.000Z',
          receivedAt: Date.now(),
        }}
      />,
    );
    expect(screen.getByText('2 s ago')).toBeVisible();

    act(() => {
      jest.advanceTimersByTime(10_000);
    });
    expect(screen.getByText('12 s ago')).toBeVisible();
  });
});
