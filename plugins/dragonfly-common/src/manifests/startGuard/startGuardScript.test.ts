import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { START_GUARD_SCRIPT } from './script/startGuardScript';

const shells = [
  ['dash', '/usr/bin/dash', []],
  ['the shell of this machine', '/bin/sh', []],
  ['busybox', '/bin/busybox', ['sh']],
] as const;

describe('the script of the start guard', () => {
  it.each(shells.filter(([, path]) => existsSync(path)))(
    'can be read by %s',
    (_, path, words) => {
      const read = spawnSync(path, [...words, '-n'], {
        input: START_GUARD_SCRIPT,
        encoding: 'utf8',
      });
      expect(read).toMatchObject({ status: 0, stderr: '' });
    },
  );

  it('uses nothing that only some shells have', () => {
    expect(START_GUARD_SCRIPT).not.toMatch(
      /\[\[|\blocal\b|\bfunction\b|\bdeclare -|<<<|\$'|&>|\bsource\b| == |\$\{/,
    );
  });

  it('relies on nothing that busybox lacks', () => {
    expect(START_GUARD_SCRIPT).not.toMatch(
      /\[:|\bprintenv\b|\bgrep -P|\btimeout -/,
    );
  });

  it('has no address, no path and no password of its own', () => {
    const code = START_GUARD_SCRIPT.replace(/^ *#.*$/gm, '');
    expect(code).not.toMatch(/\/etc\/|\/run\/|\d+\.\d+\.\d+|:\d{4}|6379|9999/);
    expect(code).not.toMatch(/--pass|-a "|\$REDISCLI_AUTH/);
  });

  it('is plain text that YAML shows line by line', () => {
    expect(START_GUARD_SCRIPT).toMatch(/^#!\/bin\/sh\n[\n -~]*\n$/);
    expect(START_GUARD_SCRIPT).not.toMatch(/[ \t]$/m);
  });
});
