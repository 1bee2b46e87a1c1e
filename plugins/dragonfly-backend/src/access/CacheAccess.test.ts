import {
  mockCredentials,
  mockServices,
  ServiceMock,
} from '@backstage/backend-test-utils';
import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { cacheEntity } from '../__testUtils__/cacheEntity';
import { conditional } from '../__testUtils__/conditional';
import { CacheAccess } from './CacheAccess';

const NAMES = Array.from({ length: 60 }, (_, number) => `cache-${number}`);
const REFS = NAMES.map(name => `resource:default/${name}`);
const alice = mockCredentials.user('user:default/alice');
const bob = mockCredentials.user('user:default/bob');

describe('CacheAccess', () => {
  let catalog: CatalogService;
  let permissions: ServiceMock<PermissionsService>;
  let access: CacheAccess;
  let visible: string[];
  let decisions: Record<string, PolicyDecision>;

  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    jest.advanceTimersByTime(100_000);
    visible = NAMES;
    decisions = {
      'catalog.entity.read': conditional,
      'dragonfly.cache.read': { result: AuthorizeResult.ALLOW },
    };
    const entities = () =>
      catalogServiceMock({
        entities: visible.map(name => cacheEntity({ name })),
      });
    catalog = entities();
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockImplementation((...request) =>
        entities().getEntitiesByRefs(...request),
      );
    permissions = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(({ permission }) => decisions[permission.name]),
      authorize: async requests =>
        requests.map(({ resourceRef }) => ({
          result: String(resourceRef).endsWith('7')
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    });
    access = CacheAccess.create({
      catalog,
      permissions,
      auth: mockServices.auth(),
    });
  });
  afterEach(() => jest.useRealTimers());

  it('leaves out what the catalog hides, in the order given', async () => {
    visible = ['cache-3', 'cache-1'];

    expect(await access.readable(REFS, { credentials: alice })).toEqual([
      'resource:default/cache-1',
      'resource:default/cache-3',
    ]);
  });

  it.each([
    ['everything', AuthorizeResult.ALLOW, REFS],
    ['nothing', AuthorizeResult.DENY, []],
  ] as const)(
    'does not ask about each where the policy lets the caller see %s',
    async (_, result, expected) => {
      decisions['catalog.entity.read'] = { result };

      expect(await access.readable(REFS, { credentials: alice })).toEqual(
        expected,
      );
      expect(catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    },
  );

  it('asks once for one caller, and again for another', async () => {
    await access.readable(REFS, { credentials: alice });
    await access.readable(REFS, { credentials: alice });
    await access.readable(REFS.slice(0, 3), { credentials: alice });
    await access.assertReadable(REFS[0], { credentials: alice });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(2);

    await access.readable(REFS, { credentials: bob });
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(2);
  });

  it('answers about the same list anew once what it knows is old', async () => {
    const before = await access.readable(REFS, { credentials: alice });
    expect(await access.readable(REFS, { credentials: alice })).toBe(before);

    visible = NAMES.slice(1);
    jest.advanceTimersByTime(5_000);
    expect(await access.readable(REFS, { credentials: alice })).toEqual(
      REFS.slice(1),
    );
  });

  it('does not take a plugin that asks for a user for the user', async () => {
    await access.readable(REFS, { credentials: alice });
    visible = [];

    expect(
      await access.readable(REFS, {
        credentials: mockCredentials.user('user:default/alice', {
          actor: { subject: 'plugin:search' },
        }),
      }),
    ).toEqual([]);
  });

  it('forgets what is five seconds old', async () => {
    await access.readable(REFS, { credentials: alice });
    visible = [];
    jest.advanceTimersByTime(5_000);

    expect(await access.readable(REFS, { credentials: alice })).toEqual([]);
    await expect(
      access.assertReadable('resource:default/other', { credentials: alice }),
    ).rejects.toThrow('Found no entity resource:default/other.');
  });

  it('asks about a cache that came since', async () => {
    visible = NAMES.slice(0, 59);
    await access.readable(REFS.slice(0, 59), { credentials: alice });
    visible = NAMES;

    expect(await access.readable(REFS, { credentials: alice })).toEqual(REFS);
  });

  it('has conditions decided for each cache', async () => {
    decisions['dragonfly.cache.read'] = conditional;

    expect(await access.readable(REFS, { credentials: alice })).toEqual(
      REFS.filter(ref => ref.endsWith('7')),
    );
    await expect(
      access.assertReadable(REFS[1], { credentials: alice }),
    ).rejects.toThrow('Permission "dragonfly.cache.read"');
  });

  it('shows nothing to whom the permission is denied', async () => {
    decisions['dragonfly.cache.read'] = { result: AuthorizeResult.DENY };

    expect(await access.readable(REFS, { credentials: alice })).toEqual([]);
    await expect(
      access.assertReadable(REFS[1], { credentials: alice }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
