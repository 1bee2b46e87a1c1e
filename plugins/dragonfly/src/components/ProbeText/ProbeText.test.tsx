import { render } from '@testing-library/react';
import { NodeState } from 'backstage-plugin-dragonfly-common';
import { ASSESSED_AT } from '../../__fixtures__/cacheState';
import { ProbeText } from './ProbeText';

const OBSERVED_AT = '2026-11-24T11:59:55.000Z';
const probe = { observedAt: OBSERVED_AT, ageSeconds: 5, durationMs: 3.4 };
const failure = { kind: 'timeout', message: 'No answer within 1500 ms.' };

describe('ProbeText', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it.each`
    situation                    | node                                                                             | words
    ${'never probed'}            | ${{ probe: { kind: 'never' } }}                                                  | ${'not probed yet'}
    ${'answered'}                | ${{ probe: { kind: 'fresh', ...probe } }}                                        | ${'answered 5 s ago in 3 ms'}
    ${'answered long ago'}       | ${{ probe: { kind: 'stale', ...probe } }}                                        | ${'answered 5 s ago in 3 ms, which is too old to trust'}
    ${'answered elsewhere'}      | ${{ probe: { kind: 'fresh', ...probe }, vantage: 'region2' }}                    | ${'answered 5 s ago in 3 ms (asked from region2)'}
    ${'failed elsewhere'}        | ${{ probe: { kind: 'fresh', ...probe }, vantage: 'region2', failure }}           | ${'did not answer 5 s ago (asked from region2): No answer within 1500 ms. It has not answered since the portal watches it.'}
    ${'failed, never answered'}  | ${{ probe: { kind: 'fresh', ...probe }, failure }}                               | ${'did not answer 5 s ago: No answer within 1500 ms. It has not answered since the portal watches it.'}
    ${'failed, answered before'} | ${{ probe: { kind: 'fresh', ...probe }, failure, factsObservedAt: OBSERVED_AT }} | ${'did not answer 5 s ago: No answer within 1500 ms. Its last answer is from 5 s ago.'}
  `('$situation: "$words"', (row: { node: NodeState; words: string }) => {
    const reading = { assessedAt: ASSESSED_AT, receivedAt: Date.now() };
    const { container } = render(
      <ProbeText node={row.node} reading={reading} />,
    );
    expect(container.textContent).toBe(row.words);
  });
});
