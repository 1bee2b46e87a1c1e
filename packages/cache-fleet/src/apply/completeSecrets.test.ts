import { region } from './__testUtils__/regions';
import { completeSecrets } from './completeSecrets';

describe('completeSecrets', () => {
  let made: number;
  const newPassword = () => {
    made += 1;
    return `made-up-${made}`;
  };
  beforeEach(() => {
    made = 0;
  });

  const regions = [
    region('region1'),
    region('region2', 'sessions.region1.example.com'),
  ];

  it('makes up one set for all regions, with one password for both sides', () => {
    expect(completeSecrets(regions, {}, newPassword)).toEqual({
      'sessions-credentials': {
        password: 'made-up-1',
        'master-password': 'made-up-1',
        acl: [
          'USER default ON >made-up-1 ~* &* +@all',
          'USER monitoring ON >made-up-2 -@all +ping +info +role +wait',
          'USER operations ON >made-up-3 -@all +ping +info +role +wait +dfly +debug +client +replicaof +repltakeover',
        ].join('\n'),
      },
    });
  });

  it('keeps what is given and makes the rest fit', () => {
    const given = {
      'sessions-credentials': { password: 'vault', acl: 'USER a ON >b' },
      other: { key: 'value' },
    };
    expect(completeSecrets(regions, given, newPassword)).toEqual({
      'sessions-credentials': {
        password: 'vault',
        'master-password': 'vault',
        acl: 'USER a ON >b',
      },
      other: { key: 'value' },
    });
  });

  it('knows the password of arguments too, and makes up what it does not know', () => {
    const naive = region('region1', undefined, {
      arguments: ['--requirepass=$(REDIS_PASSWORD)'],
      environment: ['REDIS_PASSWORD', 'LICENSE'].map(name => ({
        name,
        kind: 'secret',
        secretName: 'dragonfly-credentials',
        key: name.toLowerCase(),
      })),
    });
    expect(completeSecrets([naive], {}, newPassword)).toEqual({
      'dragonfly-credentials': {
        redis_password: 'made-up-1',
        license: 'made-up-2',
      },
    });
  });

  it('prefers Secrets of the manifests over made-up ones', () => {
    const own = {
      ...region('region1'),
      secrets: { 'sessions-credentials': { password: 'in-git' } },
    };
    const secrets = completeSecrets([own], {}, newPassword);
    expect(secrets['sessions-credentials'].password).toBe('in-git');
    expect(secrets['sessions-credentials']['master-password']).toBe('in-git');
  });
});
