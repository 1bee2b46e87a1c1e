import { createCredentials } from '../fleet/createCredentials';
import { NodeSettings } from './nodeSettings';
import { redisConfig, renderDirectives } from './redisConfig';
import { CacheServer } from './types';

const server: CacheServer = {
  path: '/usr/bin/redis-server',
  flavour: 'redis',
  version: '7.0.15',
};
const settings: NodeSettings = {
  directory: '/tmp/a fleet',
  memoryBytes: 1024,
  eviction: 'lru',
  credentials: createCredentials(),
  announceAs: 'region2',
};

describe('redisConfig', () => {
  it('quotes what needs it', () => {
    expect(
      renderDirectives([
        ['save', ''],
        ['user', '>a "b" \\c'],
      ]),
    ).toBe('save ""\nuser ">a \\"b\\" \\\\c"\n');
    expect(renderDirectives([['masteruser', 'a\nloadmodule b']])).toBe(
      'masteruser "a\\nloadmodule b"\n',
    );
    expect(redisConfig(server, settings, 7000)).toContain(
      'dir "/tmp/a fleet"\n',
    );
  });

  it('keeps nothing on disk by itself', () => {
    const config = redisConfig(server, settings, 7000);
    expect(config).toContain('save ""\n');
    expect(config).toContain('appendonly no\n');
  });

  it.each`
    eviction   | policy
    ${'lru'}   | ${'allkeys-lru'}
    ${'fixed'} | ${'noeviction'}
  `('makes $policy of $eviction', ({ eviction, policy }) => {
    expect(redisConfig(server, { ...settings, eviction }, 7000)).toContain(
      `maxmemory-policy ${policy}\n`,
    );
  });

  it('names the primary on a replica only', () => {
    const replicaOf = { host: '127.0.0.1', port: 7001 };
    expect(redisConfig(server, { ...settings, replicaOf }, 7000)).toContain(
      'replicaof 127.0.0.1 7001\n',
    );
    expect(redisConfig(server, settings, 7000)).not.toMatch(/^replicaof/m);
  });

  it('leaves out what older servers do not know', () => {
    const old = { ...server, version: '6.2.14' };
    expect(redisConfig(old, settings, 7000)).not.toContain('shutdown-timeout');
    expect(redisConfig(server, settings, 7000)).toContain('shutdown-timeout');
  });
});
