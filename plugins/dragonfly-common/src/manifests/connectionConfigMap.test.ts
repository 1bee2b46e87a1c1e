import { cacheOf, policyOf, settings, spec } from './__testUtils__/caches';
import { connectionConfigMap } from './connectionConfigMap';

describe('connectionConfigMap', () => {
  it('says where, how long and under which prefix, and holds no password', () => {
    const cache = cacheOf();
    expect(connectionConfigMap(cache, cache.consumers[0])).toMatchObject({
      kind: 'ConfigMap',
      metadata: { name: 'sessions-connection-checkout', namespace: 'checkout' },
      data: {
        CACHE_WRITE_HOST: 'sessions-write.databases.svc',
        CACHE_READ_HOST: 'sessions-read.databases.svc',
        CACHE_PORT: '6379',
        CACHE_TTL_SECONDS: '86400',
        CACHE_KEY_PREFIX: 'checkout:',
        CACHE_USERNAME: 'app-checkout',
        CACHE_TLS: 'false',
        CACHE_SECRET_NAME: 'sessions-credentials-checkout',
        CACHE_SECRET_KEY: 'password',
      },
    });
  });

  it('says with TLS whose certificate authority to trust', () => {
    const issuer = { kind: 'ClusterIssuer', name: 'internal' } as const;
    const cache = cacheOf(spec(), policyOf(), settings({ issuer }));
    expect(connectionConfigMap(cache, cache.consumers[0])).toMatchObject({
      data: { CACHE_TLS: 'true', CACHE_TLS_ISSUER: 'ClusterIssuer/internal' },
    });
  });

  it('keeps two consumers in one namespace apart', () => {
    const cache = cacheOf(
      spec({
        consumers: [
          { entityRef: 'component:default/Web_Shop', namespace: 'shop' },
          { entityRef: 'component:partner/web.shop', namespace: 'shop' },
        ],
      }),
    );
    expect(
      cache.consumers.map(
        consumer => connectionConfigMap(cache, consumer).metadata,
      ),
    ).toMatchObject([
      { name: 'sessions-connection-web-shop', namespace: 'shop' },
      { name: 'sessions-connection-partner-web-shop', namespace: 'shop' },
    ]);
  });
});
