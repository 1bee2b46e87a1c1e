import { fingerprintOf, NodeTarget, operatorOf, toTarget } from './NodeTarget';

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
    { operations: { username: 'operator', password: 'geheim' } },
  ])('differs with %p', change => {
    expect(fingerprintOf({ ...target, ...change })).not.toBe(
      fingerprintOf(target),
    );
  });
});

describe('operatorOf', () => {
  it('is the same place with the other login, and no more of the first', () => {
    expect(
      operatorOf({
        ...target,
        caFile: '/ca.pem',
        operations: { passwordFile: '/operator' },
      }),
    ).toEqual({
      host: 'cache.example.com',
      port: 6379,
      tls: true,
      caFile: '/ca.pem',
      passwordFile: '/operator',
    });
  });

  it('is nobody where app-config names none', () => {
    expect(operatorOf(target)).toBeUndefined();
  });
});

it('puts the name of the cache into both password files', () => {
  expect(
    toTarget(
      {
        ...target,
        passwordFile: '/secrets/{{cache}}/monitoring',
        operations: { passwordFile: '/secrets/{{cache}}/operations' },
      },
      'sessions',
    ),
  ).toMatchObject({
    passwordFile: '/secrets/sessions/monitoring',
    operations: { passwordFile: '/secrets/sessions/operations' },
  });
});
