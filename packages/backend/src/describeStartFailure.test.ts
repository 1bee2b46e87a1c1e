import { describeStartFailure } from './describeStartFailure';

it('says what to do about a port that is in use', () => {
  const error = Object.assign(new Error('listen EADDRINUSE: 127.0.0.1:7007'), {
    code: 'EADDRINUSE',
  });

  expect(describeStartFailure(error)).toMatch(
    /^The portal cannot start: listen EADDRINUSE: 127.0.0.1:7007. Stop what listens there, or choose another port/,
  );
});

it('says of anything else why, and where it comes from', () => {
  const error = new Error("Plugin 'catalog' startup failed");

  const described = describeStartFailure(error);

  expect(described).toContain("Plugin 'catalog' startup failed");
  expect(described).toContain('describeStartFailure.test.ts');
});
