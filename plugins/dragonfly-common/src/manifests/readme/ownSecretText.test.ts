import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  adrText,
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  spec,
} from '../__testUtils__/caches';
import { CacheSpec } from '../types';

function commandsOf(request: CacheSpec = spec(), policy = policyOf()): string {
  const text = contentOf(rendered(request, policy), 'README.md');
  const [, commands] = /```sh\n(umask[\s\S]*?)\n```/.exec(text) ?? [];
  return commands;
}

describe('the commands for a Secret of one’s own', () => {
  let folder: string;
  let printed: string;

  // They run for real, but for kubectl: it is replaced by a function that prints what it was asked for.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    printed = execFileSync(
      'sh',
      ['-euc', `kubectl() { printf '%s\\n' "$*"; }\n${commandsOf()}`],
      { cwd: folder, encoding: 'utf8' },
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  it('make a password for each user, without a line break and for nobody else to read', () => {
    for (const user of [
      'default',
      'monitoring',
      'operations',
      'app-checkout',
    ]) {
      expect(read(`${user}.password`)).toMatch(/^[0-9a-f]{64}$/);
      expect(statSync(join(folder, `${user}.password`)).mode % 0o100).toBe(0);
    }
  });

  it('make the users from their hashes', () => {
    const hash = (user: string) =>
      createHash('sha256')
        .update(read(`${user}.password`))
        .digest('hex');
    expect(read('users.acl').split('\n')).toEqual([
      `USER default ON #${hash('default')} ~* &* +@all`,
      `USER monitoring ON #${hash('monitoring')} -@all +ping +info +role +wait`,
      `USER operations ON #${hash('operations')} -@all +ping +info +role +wait +dfly +debug +client +replicaof +repltakeover`,
      `USER app-checkout ON #${hash('app-checkout')} ~checkout:* +@all -@admin -@dangerous +info`,
      '',
    ]);
  });

  it('give kubectl files only, and one password for both sides of replication', () => {
    expect(printed.trim().split('\n')).toEqual([
      '-n databases create secret generic sessions-credentials --from-file=password=default.password --from-file=master-password=default.password --from-file=acl=users.acl',
      '-n checkout create secret generic sessions-credentials-checkout --from-file=username=app-checkout.username --from-file=password=app-checkout.password',
    ]);
    expect(read('app-checkout.username')).toBe('app-checkout');
  });
});

describe('the Secret of one’s own', () => {
  it('has no key of replication where there is none', () => {
    expect(commandsOf(independentSpec())).not.toContain('master-password');
  });

  it('takes other values of the ADR from files that must be there', () => {
    const adr = adrText()
      .replaceAll(
        '- --cache_mode=true',
        '- --cache_mode=true\n            - --tls_cert_file=$(LICENSE)',
      )
      .replaceAll(
        '- name: REDIS_PASSWORD',
        '- name: LICENSE\n              valueFrom:\n                secretKeyRef:\n                  name: dragonfly-credentials\n                  key: license\n            - name: REDIS_PASSWORD',
      );
    const text = contentOf(rendered(spec(), policyOf(adr)), 'README.md');
    expect(text).toContain('Put the other values into `license.value` first');
    expect(text).toContain('--from-file=license=license.value');
  });
});
