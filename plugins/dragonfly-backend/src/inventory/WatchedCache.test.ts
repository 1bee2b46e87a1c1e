import { declareCaches } from 'backstage-plugin-dragonfly-common';
import fc from 'fast-check';
import { ConfigReader } from '@backstage/config';
import { cacheEntity, CacheEntityOptions } from '../__testUtils__/cacheEntity';
import { regions } from '../__testUtils__/regions';
import { readSettings } from '../config';
import { toInventoryContext } from './toInventoryContext';
import { toWatchedCache } from './WatchedCache';

const settings = readSettings(
  new ConfigReader({
    dragonfly: {
      regions,
      profiles: {
        default: {
          nodes: {
            region1: {
              host: '{{cache}}.databases.region1.example.com',
              passwordFile: '/run/secrets/{{cache}}/password',
            },
            region2: { host: '{{cache}}.databases.region2.example.com' },
          },
        },
        small: { nodes: { region1: { host: 'shared.example.com' } } },
      },
      caches: {
        flags: { nodes: { region1: { host: '127.0.0.1', port: 7001 } } },
      },
    },
  }),
);

function hostsOf(options: CacheEntityOptions): string[] {
  const entity = cacheEntity(options);
  const { caches } = declareCaches(
    [entity],
    toInventoryContext(settings, undefined),
  );
  return caches.flatMap(declaration =>
    [...toWatchedCache(declaration, entity, settings).targets].map(
      ([region, target]) => `${region}=${target.host}:${target.port}`,
    ),
  );
}

describe('toWatchedCache', () => {
  it.each`
    situation                             | options                                                                 | hosts
    ${'the default profile'}              | ${{}}                                                                   | ${['region1=sessions.databases.region1.example.com:6379', 'region2=sessions.databases.region2.example.com:6379']}
    ${'another profile, for what it has'} | ${{ annotations: { profile: 'small' } }}                                | ${['region1=shared.example.com:6379']}
    ${'an override, and no profile then'} | ${{ name: 'flags' }}                                                    | ${['region1=127.0.0.1:7001']}
    ${'a profile that does not exist'}    | ${{ annotations: { profile: 'constructor' } }}                          | ${[]}
    ${'a name that is not its own'}       | ${{ annotations: { cache: 'flags' } }}                                  | ${[]}
    ${'a name that is no DNS label'}      | ${{ annotations: { cache: 'evil.example.com/' } }}                      | ${[]}
    ${'only the regions it declares'}     | ${{ annotations: { regions: 'region2', 'primary-region': 'region2' } }} | ${['region2=sessions.databases.region2.example.com:6379']}
  `('finds the nodes of $situation', ({ options, hosts }) => {
    expect(hostsOf(options)).toEqual(hosts);
  });

  it('puts the name into the path of the password file', () => {
    const entity = cacheEntity();
    const { caches } = declareCaches(
      [entity],
      toInventoryContext(settings, undefined),
    );

    expect(
      toWatchedCache(caches[0], entity, settings).targets.get('region1'),
    ).toMatchObject({ passwordFile: '/run/secrets/sessions/password' });
  });

  it('leads nowhere but to what app-config says, whatever an author writes', () => {
    const allowed =
      /^region[12]=([a-z0-9-]+\.databases\.region[12]\.example\.com:6379|shared\.example\.com:6379|127\.0\.0\.1:7001)$/;
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('{{cache}}', 'flags', 'small', '__proto__', 'a@b', '//x'),
    );
    fc.assert(
      fc.property(
        fc.record({ cache: text, profile: text, regions: text }),
        fc.constantFrom('sessions', 'flags'),
        (annotations, name) => {
          expect(
            hostsOf({ name, annotations }).filter(host => !allowed.test(host)),
          ).toEqual([]);
        },
      ),
    );
  });
});
