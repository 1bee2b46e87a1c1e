import { cacheOf } from './__testUtils__/caches';
import { serviceAccount } from './serviceAccount';

it('gives the server an identity of its own, without a token', () => {
  expect(serviceAccount(cacheOf())).toMatchObject({
    kind: 'ServiceAccount',
    metadata: { name: 'sessions', namespace: 'databases' },
    automountServiceAccountToken: false,
  });
});
