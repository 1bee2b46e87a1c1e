import { region } from '../__testUtils__/regions';
import { RegionManifests, SecretValues } from '../types';
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

  const complete = (
    manifests: RegionManifests[],
    given: SecretValues = {},
    known: SecretValues = {},
  ) => completeSecrets(manifests, { given, known, newPassword });

  const regions = [
    region('region1'),
    region('region2', 'sessions.region1.example.com'),
  ];

  it('makes up one set for all regions, with one password for both sides', () => {
    expect(complete(regions)).toEqual({
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
    expect(complete(regions, given)).toEqual({
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
    expect(complete([naive])).toEqual({
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
    const secrets = complete([own]);
    expect(secrets['sessions-credentials'].password).toBe('in-git');
    expect(secrets['sessions-credentials']['master-password']).toBe('in-git');
  });

  describe('of an ExternalSecret', () => {
    const external = ['region1', 'region2'].map(name => ({
      ...region(name),
      externalSecrets: [
        {
          secretName: 'sessions-credentials',
          properties: {
            password: 'password',
            'master-password': 'password',
            monitoring: 'monitoring',
          },
          templates: { acl: 'USER default ON >{{ .password }} +@all' },
        },
      ],
    }));
    const first = {
      'sessions-credentials': {
        password: 'made-up-1',
        'master-password': 'made-up-1',
        monitoring: 'made-up-2',
        acl: 'USER default ON >made-up-1 +@all',
      },
    };

    it('has one value for each property of the store, and what is made of them', () => {
      expect(complete(external)).toEqual(first);
      expect(complete(external, {}, first)).toEqual(first);
    });

    it('follows a rotation in every key of the property and in the template', () => {
      const rotated = { 'sessions-credentials': { password: 'new' } };
      expect(complete(external, rotated, first)).toEqual({
        'sessions-credentials': {
          password: 'new',
          'master-password': 'new',
          monitoring: 'made-up-2',
          acl: 'USER default ON >new +@all',
        },
      });
    });
  });

  it('gives the client of a start guard the password of the server', () => {
    const guarded = region('region1', undefined, {
      initContainers: [
        {
          name: 'start-guard',
          kind: 'sidecar',
          command: ['/bin/sh'],
          mounts: [],
          environment: [
            {
              name: 'REDISCLI_AUTH',
              kind: 'secret',
              secretName: 'sessions-client',
              key: 'password',
            },
          ],
        },
      ],
    });
    expect(complete([guarded])).toMatchObject({
      'sessions-credentials': { password: 'made-up-1' },
      'sessions-client': { password: 'made-up-1' },
    });
  });

  it('leaves Secrets of certificates to who issues them', () => {
    const encrypted = {
      ...region('region1', undefined, {
        arguments: ['--tls_cert_file=/tls/tls.crt'],
        mounts: [
          {
            path: '/tls',
            volume: 'tls',
            source: { kind: 'secret' as const, name: 'sessions-tls' },
          },
        ],
      }),
      certificates: [{ secretName: 'sessions-tls', dnsNames: [] }],
    };
    expect(complete([encrypted])).not.toHaveProperty('sessions-tls');
  });
});
