import { createHash } from 'node:crypto';
import { createAclFile, credentialsOf, parseAclFile } from './aclFile';

describe('parseAclFile', () => {
  it('reads what it makes', () => {
    let made = 0;
    const lines = parseAclFile(
      createAclFile('one', () => {
        made += 1;
        return `made-up-${made}`;
      }),
    );
    expect(lines.map(({ username }) => username)).toEqual([
      'default',
      'monitoring',
      'operations',
    ]);
    expect(credentialsOf(lines, 'one')).toEqual({
      default: { username: 'default', password: 'one' },
      monitor: { username: 'monitoring', password: 'made-up-1' },
      operator: { username: 'operations', password: 'made-up-2' },
    });
  });

  it('falls back to default for users whose password it cannot know', () => {
    const lines = parseAclFile('USER monitoring ON #2c26b46b68ffc68f +ping\n');
    expect(credentialsOf(lines, 'one').monitor.username).toBe('default');
  });

  it('finds the passwords behind hashes', () => {
    const hash = createHash('sha256').update('two').digest('hex');
    const lines = parseAclFile(`USER monitoring ON #${hash} +ping\n`);
    expect(credentialsOf(lines, 'one', ['three', 'two']).monitor).toEqual({
      username: 'monitoring',
      password: 'two',
    });
  });

  it('does not repeat a line that may hold a password', () => {
    expect(() => parseAclFile('monitoring ON >secret')).toThrow(
      /^A line of the ACL file does not define a user; expected "USER <name>/,
    );
  });
});
