import { parseFlagFile } from '../flags';
import { LocalServer } from './localServer';
import { translateToRedis } from './translateToRedis';

const local: LocalServer = {
  port: 7000,
  directory: '/tmp/fleet/sessions/region2',
  tls: false,
};

function translate(flags: string[], at: LocalServer = local) {
  return translateToRedis(
    {
      flags: parseFlagFile(flags.join('\n')),
      environment: new Map(),
      aclLines: [],
    },
    at,
  );
}

describe('translateToRedis', () => {
  it.each`
    flag                               | directive
    ${'--port=6379'}                   | ${'port 7000'}
    ${'--dir=/data'}                   | ${'dir /tmp/fleet/sessions/region2'}
    ${'--maxmemory=2gb'}               | ${'maxmemory 2147483648'}
    ${'--cache_mode=true'}             | ${'maxmemory-policy allkeys-lru'}
    ${'--cache_mode'}                  | ${'maxmemory-policy allkeys-lru'}
    ${'--cache_mode=false'}            | ${'maxmemory-policy noeviction'}
    ${'--replicaof=127.0.0.2:7100'}    | ${'replicaof 127.0.0.2 7100'}
    ${'--tls_cert_file=/tls/tls.crt'}  | ${'tls-cert-file /tls/tls.crt'}
    ${'--tls_replication=true'}        | ${'tls-replication yes'}
    ${'--requirepass=secret'}          | ${'requirepass secret'}
    ${'--masterauth=secret'}           | ${'masterauth secret'}
    ${'--replication_timeout=10000'}   | ${'repl-timeout 10'}
    ${'--replication_timeout=1500'}    | ${'repl-timeout 2'}
    ${'--replica_announce_ip=region2'} | ${'replica-announce-ip region2'}
    ${'--maxclients=100'}              | ${'maxclients 100'}
    ${'--timeout=0'}                   | ${'timeout 0'}
  `('makes "$directive" of $flag', ({ flag, directive }) => {
    expect(translate([flag])).toEqual({
      directives: [directive.split(' ')],
      untranslated: [],
    });
  });

  it.each`
    flag                                            | reason
    ${'--proactor_threads=2'}                       | ${/one thread/}
    ${'--admin_port=9999'}                          | ${/one port/}
    ${'--break_replication_on_master_restart=true'} | ${/always follow a restarted primary/}
    ${'--shard_repl_backlog_len=32768'}             | ${/in bytes/}
    ${'--maxmemory=plenty'}                         | ${/"plenty" is no size/}
    ${'--replication_timeout=soon'}                 | ${/no number of milliseconds/}
    ${'--replicaof=somewhere'}                      | ${/no host and port/}
    ${'--compression_level=2'}                      | ${/no equivalent that this fleet knows/}
  `('reports $flag', ({ flag, reason }) => {
    expect(translate([flag])).toEqual({
      directives: [],
      untranslated: [{ argument: flag, reason: expect.stringMatching(reason) }],
    });
  });

  it('has no plain port when clients speak TLS', () => {
    const flags = ['--port=6379', '--tls=true'];
    expect(translate(flags, { ...local, tls: true })).toEqual({
      directives: [
        ['port', '0'],
        ['tls-port', '7000'],
      ],
      untranslated: [],
    });
  });

  it('takes the last of repeated flags', () => {
    expect(translate(['--timeout=1', '--timeout=2']).directives).toEqual([
      ['timeout', '2'],
    ]);
  });

  it('translates users without the commands that only Dragonfly has', () => {
    const { directives, untranslated } = translateToRedis(
      {
        flags: [],
        environment: new Map(),
        aclLines: [
          {
            username: 'operations',
            rules: [
              'ON',
              '>secret',
              '-@all',
              '+ping',
              '+dfly',
              '+REPLTAKEOVER',
            ],
          },
        ],
      },
      local,
    );
    expect(directives).toEqual([
      ['user', 'operations', 'reset', 'ON', '>secret', '-@all', '+ping'],
    ]);
    expect(untranslated.map(({ argument }) => argument)).toEqual([
      '+dfly of user operations',
      '+REPLTAKEOVER of user operations',
    ]);
  });
});
