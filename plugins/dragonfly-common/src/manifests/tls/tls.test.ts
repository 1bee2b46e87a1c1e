import {
  cacheOf,
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { containerIn, flagIn, podIn } from '../__testUtils__/objects';
import { CacheSpec } from '../types';
import { certificate } from './certificate';

const issuer = { kind: 'ClusterIssuer', name: 'internal' } as const;
const from = settings({ issuer });

function withTls(request: CacheSpec = spec()) {
  return rendered(request, policyOf(), from);
}

describe('TLS', () => {
  it.each([
    ['tls', 'true'],
    ['tls_cert_file', '/etc/dragonfly/tls/tls.crt'],
    ['tls_key_file', '/etc/dragonfly/tls/tls.key'],
    ['tls_replication', 'true'],
    ['no_tls_on_admin_port', 'true'],
  ])('has --%s=%s on both sides', (flag, value) => {
    expect(flagIn(withTls(), flag)).toBe(value);
    expect(flagIn(rendered(), flag)).toBeUndefined();
  });

  it('asks no application for a certificate', () => {
    expect(flagIn(withTls(), 'tls_ca_cert_file')).toBeUndefined();
  });

  it('has no flag of replication where there is none', () => {
    const manifests = withTls(independentSpec());
    expect(flagIn(manifests, 'tls')).toBe('true');
    expect(flagIn(manifests, 'tls_replication')).toBeUndefined();
    expect(podIn(manifests).volumes.map(({ name }) => name)).not.toContain(
      'tls-authority',
    );
  });

  it('gives the server its certificate and key, readable by its group only', () => {
    expect(podIn(withTls()).volumes).toContainEqual({
      name: 'tls',
      secret: {
        secretName: 'sessions-tls',
        defaultMode: 0o440,
        items: [
          { key: 'tls.crt', path: 'tls.crt' },
          { key: 'tls.key', path: 'tls.key' },
        ],
      },
    });
    expect(containerIn(withTls()).volumeMounts).toContainEqual({
      name: 'tls',
      mountPath: '/etc/dragonfly/tls',
      readOnly: true,
    });
  });

  it('can be declined, and then says what that means', () => {
    const manifests = withTls(spec({ tls: false }));
    const paths = manifests.files.map(({ path }) => path);
    expect(paths).not.toContain('overlays/region1/certificate.yaml');
    expect(flagIn(manifests, 'tls')).toBeUndefined();
    expect(contentOf(manifests, 'README.md')).toContain(
      'passwords and data cross the networks and the regions in clear text',
    );
  });

  it('lists what it adds to the ADR', () => {
    const ids = withTls().deviations.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['tls', 'certificate']));
    expect(rendered().deviations.map(({ id }) => id)).not.toContain('tls');
  });

  it('says who checks what, and how a renewed certificate gets in', () => {
    const text = contentOf(withTls(), 'README.md');
    expect(text).toContain(
      '**A replica does not check the certificate of its primary.**',
    );
    expect(text).toContain('ask "$region" CONFIG SET tls true\n');
  });
});

describe('the certificate', () => {
  const cache = cacheOf(spec(), policyOf(), from);
  const [region1] = cache.regions;

  it('has every name that the server is called by, whatever its role', () => {
    const names = (service: string) => [
      service,
      `${service}.databases`,
      `${service}.databases.svc`,
      `${service}.databases.svc.cluster.local`,
    ];
    expect(certificate(cache, region1, issuer)).toEqual({
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: {
        name: 'sessions-tls',
        namespace: 'databases',
        labels: expect.objectContaining({
          'app.kubernetes.io/instance': 'sessions',
        }),
      },
      spec: {
        secretName: 'sessions-tls',
        issuerRef: {
          group: 'cert-manager.io',
          kind: 'ClusterIssuer',
          name: 'internal',
        },
        dnsNames: [
          'sessions.databases.region1.example.com',
          ...names('sessions-write'),
          ...names('sessions-read'),
          ...names('sessions'),
          ...names('sessions-replication'),
          'sessions-0.sessions.databases.svc.cluster.local',
          'localhost',
        ],
        usages: ['digital signature', 'server auth', 'client auth'],
        duration: '2160h0m0s',
        renewBefore: '720h0m0s',
        privateKey: {
          algorithm: 'ECDSA',
          size: 256,
          rotationPolicy: 'Always',
        },
      },
    });
  });

  it('stays the same when the primary moves', () => {
    const moved = withTls(
      spec({ primaryRegion: 'region2', otherRegions: ['region1'] }),
    );
    for (const region of ['region1', 'region2']) {
      const path = `overlays/${region}/certificate.yaml`;
      expect(contentOf(moved, path)).toBe(contentOf(withTls(), path));
    }
  });
});
