import { Mount } from '../types';
import { localPaths } from './localPaths';

const mount = (path: string, volume: string): Mount => ({
  path,
  volume,
  source: { kind: 'scratch' },
});

describe('localPaths', () => {
  const localise = localPaths('/tmp/fleet', [
    mount('/tmp', 'temporary'),
    mount('/etc/dragonfly', 'all'),
    mount('/etc/dragonfly/role', 'role'),
    mount('/run/dragonfly', 'decided-role'),
  ]);

  it.each`
    text                                            | local
    ${'/run/dragonfly/role.flags'}                  | ${'/tmp/fleet/volumes/decided-role/role.flags'}
    ${'--flagfile=/run/dragonfly/role.flags'}       | ${'--flagfile=/tmp/fleet/volumes/decided-role/role.flags'}
    ${'/etc/dragonfly/role/mode'}                   | ${'/tmp/fleet/volumes/role/mode'}
    ${'/etc/dragonfly/roles'}                       | ${'/tmp/fleet/volumes/all/roles'}
    ${'test -f /run/dragonfly/a || test -f /tmp/b'} | ${'test -f /tmp/fleet/volumes/decided-role/a || test -f /tmp/fleet/volumes/temporary/b'}
    ${'/tmp'}                                       | ${'/tmp/fleet/volumes/temporary'}
    ${'/var/tmp/x /tmpfs'}                          | ${'/var/tmp/x /tmpfs'}
  `('makes "$local" of "$text"', ({ text, local }) => {
    expect(localise(text)).toBe(local);
  });

  it('changes nothing without mounts', () => {
    expect(localPaths('/x', [])('/tmp')).toBe('/tmp');
  });
});
