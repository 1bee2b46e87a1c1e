import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { cacheOf, independentSpec, spec } from '../__testUtils__/caches';
import { executeTemplate } from '../__testUtils__/goTemplate';
import { aclUsers } from './aclLines';
import { aclTemplate } from './aclTemplate';

const cache = cacheOf();

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function valuesOf(password: string): Map<string, string> {
  return new Map(aclUsers(cache).map(({ secretKey }) => [secretKey, password]));
}

describe('aclTemplate', () => {
  it('gives one line per user, with a hash in place of the password', () => {
    const values = new Map([
      ['password', 'one'],
      ['monitoring', 'two'],
      ['operations', 'three'],
      ['app-checkout', 'four'],
    ]);
    expect(executeTemplate(aclTemplate(cache), values)).toBe(
      [
        `USER default ON #${sha256('one')} ~* &* +@all`,
        `USER monitoring ON #${sha256('two')} -@all +ping +info +role +wait`,
        `USER operations ON #${sha256('three')} -@all +ping +info +role +wait +dfly +debug +client +replicaof +repltakeover`,
        `USER app-checkout ON #${sha256('four')} ~checkout:* +@all -@admin -@dangerous +info`,
      ].join('\n'),
    );
  });

  it('never lets a password become anything but 64 digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
        password => {
          const lines = executeTemplate(
            aclTemplate(cache),
            valuesOf(password),
          ).split('\n');
          expect(lines).toHaveLength(4);
          expect(
            lines.every(line =>
              /^USER [a-z-]+ ON #[0-9a-f]{64} [~&*@+a-z: -]+$/.test(line),
            ),
          ).toBe(true);
          expect(lines[0]).toMatch(/^USER default ON #/);
        },
      ),
      { seed: 20261124, numRuns: 300 },
    );
  });

  it.each(['password', 'monitoring', 'operations', 'app-checkout'])(
    'stops when %s is empty',
    key => {
      expect(() =>
        executeTemplate(aclTemplate(cache), valuesOf('x').set(key, '')),
      ).toThrow(`the password "${key}" is empty`);
    },
  );

  it('gives operations no replication where there is none', () => {
    const template = aclTemplate(cacheOf(independentSpec()));
    expect(template).toContain('-@all +ping +info +role +client\n');
    expect(template).not.toContain('replicaof');
  });

  it('has the line of default also without any consumer', () => {
    expect(aclTemplate(cacheOf(spec({ consumers: [] }))).split('\n')).toContain(
      'USER default ON #{{ index . "password" | sha256sum }} ~* &* +@all',
    );
  });
});
