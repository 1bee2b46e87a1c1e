import { adrText, policyOf } from './__testUtils__/caches';
import { secretEntries } from './secretEntries';

function entriesOf(markdown: string) {
  return secretEntries(policyOf(markdown), 'sessions', 'replicated').map(
    ({ flag, secretName, secretKey }) => ({ flag, secretName, secretKey }),
  );
}

describe('secretEntries', () => {
  it('takes the keys of the ADR under the name of the cache', () => {
    expect(entriesOf(adrText())).toEqual([
      {
        flag: 'requirepass',
        secretName: 'sessions-credentials',
        secretKey: 'password',
      },
      {
        flag: 'masterauth',
        secretName: 'sessions-credentials',
        secretKey: 'master-password',
      },
    ]);
  });

  it('puts the cache in front of a Secret that does not carry the name of the server', () => {
    const adr = adrText().replaceAll(
      'name: dragonfly-credentials',
      'name: redis',
    );
    expect(entriesOf(adr).map(({ secretName }) => secretName)).toEqual([
      'sessions-redis',
      'sessions-redis',
    ]);
  });

  it('takes the keys as a newer ADR calls them', () => {
    const adr = adrText().replaceAll('key: master-password', 'key: primary');
    expect(entriesOf(adr).map(({ secretKey }) => secretKey)).toEqual([
      'password',
      'primary',
    ]);
  });
});
