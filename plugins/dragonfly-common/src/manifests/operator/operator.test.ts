import { parse } from 'yaml';
import {
  adrText,
  cacheOf,
  contentOf,
  independentSpec,
  policyOf,
  provenance,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { containerIn } from '../__testUtils__/objects';
import { renderManifests } from '../renderManifests';
import { isServerFlag } from '../serverFlags';
import { operatorArguments } from './operatorArguments';

const request = independentSpec({ flavour: 'operator' });
const manifests = rendered(request);
const dragonfly = parse(contentOf(manifests, 'base/dragonfly.yaml'));

/** What version 1.6.1 of the operator passes to every server, and for the file of users. */
const OPERATORS_OWN = [
  '--alsologtostderr',
  '--break_replication_on_master_restart=true',
  '--primary_port_http_enabled=false',
  '--admin_port=9999',
  '--admin_nopass',
  '--aclfile=/var/lib/dragonfly/dragonfly.acl',
];

/** Labels of the operator's pods, the last one given to the pod that takes writes. */
const POD_LABELS = {
  app: 'limits',
  'app.kubernetes.io/part-of': 'dragonfly',
  'app.kubernetes.io/name': 'dragonfly',
  role: 'master',
};

function flagsOf(words: string[]): Map<string, string> {
  return new Map(
    words.map(word => {
      const [, flag, value] = /^--([a-z_]+)(?:=(.*))?$/.exec(word) ?? [];
      return [flag, value ?? 'true'];
    }),
  );
}

describe('the flavour "operator"', () => {
  it('has the resource in place of the StatefulSet and what belongs to it', () => {
    const paths = manifests.files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'base/dragonfly.yaml',
        'base/read-service.yaml',
        'overlays/region2/network-policy.yaml',
        'overlays/region2/write-service.yaml',
      ]),
    );
    for (const path of [
      'base/stateful-set.yaml',
      'base/headless-service.yaml',
      'base/service-account.yaml',
      'overlays/region1/role-config-map.yaml',
    ]) {
      expect(paths).not.toContain(path);
    }
  });

  it('describes one server with its password, users and resources', () => {
    expect(dragonfly).toMatchObject({
      apiVersion: 'dragonflydb.io/v1alpha1',
      kind: 'Dragonfly',
      metadata: { name: 'limits', namespace: 'databases' },
      spec: {
        replicas: 1,
        image: settings().image,
        authentication: {
          passwordFromSecret: { name: 'limits-credentials', key: 'password' },
        },
        aclFromSecret: { name: 'limits-credentials', key: 'acl' },
        resources: containerIn(rendered(independentSpec())).resources,
      },
    });
    expect(dragonfly.spec).not.toHaveProperty('env');
  });

  it('repeats no flag of the operator, and passes only flags the server knows', () => {
    const own = flagsOf(OPERATORS_OWN);
    const passed = operatorArguments(cacheOf(request));
    expect(passed.filter(({ flag }) => own.has(flag))).toEqual([]);
    expect(passed.every(({ flag }) => isServerFlag(flag))).toBe(true);
    expect(dragonfly.spec.args).toEqual(
      passed.map(({ flag, value }) => `--${flag}=${value}`),
    );
  });

  it('resolves to the arguments of the other flavour, paths and log aside', () => {
    const plain = flagsOf(containerIn(rendered(independentSpec())).args);
    const resolved = flagsOf([...OPERATORS_OWN, ...dragonfly.spec.args]);
    const differing = [...new Set([...plain.keys(), ...resolved.keys()])]
      .filter(flag => plain.get(flag) !== resolved.get(flag))
      .sort();
    expect(differing).toEqual([
      // Where files are and where the log goes.
      'aclfile',
      'admin_nopass',
      'alsologtostderr',
      // Means nothing to a server that never replicates.
      'break_replication_on_master_restart',
      'dir',
      'flagfile',
      'logtostderr',
      // 6379 is the server's default.
      'port',
    ]);
  });

  it('takes the certificate of the region with TLS, and leaves its flags to the operator', () => {
    const issuer = { kind: 'ClusterIssuer', name: 'internal' } as const;
    const encrypted = rendered(request, policyOf(), settings({ issuer }));
    const { spec: server } = parse(contentOf(encrypted, 'base/dragonfly.yaml'));
    expect(server.tlsSecretRef).toEqual({ name: 'limits-tls' });
    expect(server.args).toEqual(dragonfly.spec.args);
    expect(dragonfly.spec).not.toHaveProperty('tlsSecretRef');
  });

  it("selects the operator's pods by their labels and port", () => {
    const readable = parse(contentOf(manifests, 'base/read-service.yaml'));
    const writable = parse(
      contentOf(manifests, 'overlays/region1/write-service.yaml'),
    );
    const policy = parse(
      contentOf(manifests, 'overlays/region1/network-policy.yaml'),
    );
    for (const selector of [
      readable.spec.selector,
      writable.spec.selector,
      policy.spec.podSelector.matchLabels,
    ]) {
      expect(POD_LABELS).toMatchObject(selector);
      expect(selector.app).toBe('limits');
    }
    expect(writable.spec.selector.role).toBe('master');
    expect(writable.spec.ports).toEqual([
      { name: 'dragonfly', port: 6379, targetPort: 'redis' },
    ]);
  });

  it('has no object with the name of one that the operator makes', () => {
    const taken = ['StatefulSet', 'Service', 'NetworkPolicy'];
    const objects = manifests.files
      .filter(({ path }) => /^(base|overlays)\/.*\.yaml$/.test(path))
      .map(({ content }) => parse(content));
    expect(
      objects.filter(
        ({ kind, metadata }) =>
          taken.includes(kind) && metadata.name === 'limits',
      ),
    ).toEqual([]);
    expect(
      objects.find(({ kind }) => kind === 'NetworkPolicy').metadata.name,
    ).toBe('limits-connection');
  });

  it('is explained, with its traps', () => {
    const text = contentOf(manifests, 'README.md');
    expect(text).toContain('**Its admin port takes no password.**');
    expect(text).toContain('| `operator-resource` |');
    expect(text).not.toContain('| `role-outside-pod-template` |');
    expect(text).not.toContain('| `update-on-delete` |');
    expect(contentOf(rendered(independentSpec()), 'README.md')).not.toContain(
      'The Dragonfly operator',
    );
  });

  it.each([
    [
      'a replicated cache',
      spec({ flavour: 'operator' }),
      adrText(),
      'REPLICAOF NO ONE',
    ],
    [
      'another port than 6379',
      request,
      adrText().replaceAll('containerPort: 6379', 'containerPort: 6380'),
      'listen on 6379 and the ADR says 6380',
    ],
  ])('is refused for %s', (_, refused, adr, reason) => {
    const result = renderManifests(
      refused,
      policyOf(adr),
      settings(),
      provenance,
    );
    expect(result).toMatchObject({ ok: false, errors: [{ field: 'flavour' }] });
    expect(JSON.stringify(result)).toContain(reason);
  });
});
