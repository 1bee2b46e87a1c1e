import { fingerprintOf, NodeTarget } from './NodeTarget';

const target: NodeTarget = {
  host: 'cache.example.com',
  port: 6379,
  tls: true,
  username: 'portal',
  password: 'geheim',
};

describe('fingerprintOf', () => {
  it('is equal for equal targets and tells nothing of them', () => {
    expect(fingerprintOf({ ...target })).toBe(fingerprintOf(target));
    expect(fingerprintOf(target)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    { host: 'other.example.com' },
    { port: 6380 },
    { tls: false },
    { caFile: '/ca.pem' },
    { username: 'other' },
    { password: 'other' },
    { password: undefined, passwordFile: 'geheim' },
  ])('differs with %p', change => {
    expect(fingerprintOf({ ...target, ...change })).not.toBe(
      fingerprintOf(target),
    );
  });
});
