import { cacheOf } from '../__testUtils__/caches';
import { executeTemplate } from '../__testUtils__/goTemplate';
import { ServerWithUsers } from '../__testUtils__/serverWithUsers';
import { aclTemplate } from './aclTemplate';

const passwords = new Map([
  ['password', 'with spaces and +@all'],
  ['monitoring', '"quoted" \\ ~*'],
  ['operations', '#hash >text\nUSER guest ON nopass ~* +@all'],
  ['app-checkout', 'päßwort'],
]);

function login(user: string, key = user): string[] {
  return ['AUTH', user, passwords.get(key) ?? ''];
}

describe('a real server with the file that the template makes', () => {
  let server: ServerWithUsers;

  beforeAll(async () => {
    server = await ServerWithUsers.start(
      executeTemplate(aclTemplate(cacheOf()), passwords),
      passwords.get('password') ?? '',
    );
  });

  afterAll(() => server.stop());

  it('lets nobody in without a password', async () => {
    const [ping, guest, empty] = await server.ask(
      ['PING'],
      ['AUTH', 'guest', 'x'],
      ['AUTH', 'default', ''],
    );
    expect(ping).toMatch(/^-NOAUTH/);
    expect(guest).toMatch(/^-WRONGPASS/);
    expect(empty).toMatch(/^-WRONGPASS/);
  });

  it.each([
    ['default', 'password'],
    ['monitoring', 'monitoring'],
    ['operations', 'operations'],
    ['app-checkout', 'app-checkout'],
  ])(
    'knows %s by its password, whatever characters it has',
    async (user, key) => {
      await expect(server.ask(login(user, key), ['PING'])).resolves.toEqual([
        '+OK',
        '+PONG',
      ]);
    },
  );

  it('lets each do what it is for, and nothing else', async () => {
    expect(
      await server.ask(
        login('app-checkout'),
        ['SET', 'checkout:1', 'x'],
        ['GET', 'other:1'],
        ['FLUSHALL'],
      ),
    ).toEqual([
      '+OK',
      '+OK',
      expect.stringMatching(/^-NOPERM/),
      expect.stringMatching(/^-NOPERM/),
    ]);
    expect(
      await server.ask(
        login('monitoring'),
        ['ROLE'],
        ['GET', 'checkout:1'],
        ['REPLICAOF', 'NO', 'ONE'],
      ),
    ).toEqual([
      '+OK',
      expect.stringMatching(/^\*/),
      expect.stringMatching(/^-NOPERM/),
      expect.stringMatching(/^-NOPERM/),
    ]);
    expect(
      await server.ask(login('operations'), ['REPLICAOF', 'NO', 'ONE']),
    ).toEqual(['+OK', '+OK']);
  });
});
