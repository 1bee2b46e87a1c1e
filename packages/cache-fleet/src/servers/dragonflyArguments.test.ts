import { createCredentials } from '../fleet/createCredentials';
import { dragonflyLaunch } from './dragonflyArguments';
import { NodeSettings } from './nodeSettings';

const MEBIBYTE = 1024 * 1024;

const settings: NodeSettings = {
  directory: '/tmp/fleet',
  memoryBytes: 64 * MEBIBYTE,
  eviction: 'fixed',
  credentials: createCredentials(),
  announceAs: 'region2',
  replicaOf: { host: '127.0.0.1', port: 7001 },
};

describe('dragonflyLaunch', () => {
  it('keeps passwords out of the arguments', () => {
    const launch = dragonflyLaunch(settings, 7000);
    const { password } = settings.credentials.default;
    expect(launch.environment).toEqual({
      DFLY_requirepass: password,
      DFLY_masterauth: password,
    });
    expect(launch.arguments.join(' ')).not.toContain(password);
  });

  it('starts a replica that is listed by its region', () => {
    expect(dragonflyLaunch(settings, 7000).arguments).toEqual(
      expect.arrayContaining([
        '--port=7000',
        '--cache_mode=false',
        '--replicaof=127.0.0.1:7001',
        '--replica_announce_ip=region2',
      ]),
    );
  });

  it.each`
    mebibytes | threads | maxmemory
    ${64}     | ${1}    | ${256}
    ${511}    | ${1}    | ${511}
    ${512}    | ${2}    | ${512}
    ${4096}   | ${2}    | ${4096}
  `(
    'gives $mebibytes MiB $threads thread(s), 256 MiB each at least',
    ({ mebibytes, threads, maxmemory }) => {
      const memoryBytes = mebibytes * MEBIBYTE;
      const launch = dragonflyLaunch({ ...settings, memoryBytes }, 7000);
      expect(launch.arguments).toContain(`--proactor_threads=${threads}`);
      expect(launch.arguments).toContain(`--maxmemory=${maxmemory * MEBIBYTE}`);
    },
  );
});
