import { region } from '../__testUtils__/regions';
import { serverSettings } from '../serverSettings';
import { launchDragonfly } from './launchDragonfly';

const secrets = {
  'sessions-credentials': {
    password: 'one',
    'master-password': 'one',
    acl: 'USER default ON >one ~* &* +@all',
  },
};

function launch(manifests = region('region2', 'sessions.region1.example.com')) {
  return launchDragonfly(
    serverSettings(manifests, secrets),
    { port: 7000, directory: '/fleet', tls: false },
    7001,
  );
}

describe('launchDragonfly', () => {
  it('keeps the arguments, with ports and directories of this machine', () => {
    expect(launch().arguments).toEqual([
      '--replicaof=sessions.region1.example.com:6379',
      '--aclfile=/etc/dragonfly/acl/users.acl',
      '--port=7000',
      '--admin_port=7001',
      '--dir=/fleet',
      '--maxmemory=2gb',
      '--bind=127.0.0.1',
      '--admin_bind=127.0.0.1',
    ]);
  });

  it('passes passwords in the environment, also those that were arguments', () => {
    expect(launch().environment).toEqual({
      DFLY_requirepass: 'one',
      DFLY_masterauth: 'one',
    });
    const naive = launch(
      region('region1', undefined, {
        arguments: ['--requirepass=$(PASSWORD)', '--maxmemory=2gb'],
        environment: [
          {
            name: 'PASSWORD',
            kind: 'secret',
            secretName: 'sessions-credentials',
            key: 'password',
          },
        ],
      }),
    );
    expect(naive.environment).toMatchObject({ DFLY_requirepass: 'one' });
    expect(naive.arguments).toEqual([
      '--maxmemory=2gb',
      '--bind=127.0.0.1',
      '--admin_bind=127.0.0.1',
      '--port=7000',
    ]);
  });

  it('names a file that nothing is mounted at', () => {
    expect(() => launch(region('region1', undefined, { mounts: [] }))).toThrow(
      'The manifests of region "region1" name the file "/etc/dragonfly/role/role.flags", but mount nothing there',
    );
  });
});
