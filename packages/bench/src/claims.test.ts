import { describeClaim, isMet } from './claims';

describe('claims', () => {
  it('is met at exactly the target', () => {
    const claim = { name: 'render', measured: 10, target: 10, unit: 'ms' };

    expect(isMet(claim)).toBe(true);
    expect(describeClaim(claim)).toBe(
      'render: measured 10 ms, target 10 ms: met',
    );
  });

  it('is missed above it', () => {
    const claim = { name: 'render', measured: 10.046, target: 10, unit: 'ms' };

    expect(isMet(claim)).toBe(false);
    expect(describeClaim(claim)).toBe(
      'render: measured 10 ms, target 10 ms: missed',
    );
  });
});
