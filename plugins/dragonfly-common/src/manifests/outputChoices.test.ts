import { outputChoices } from './outputChoices';
import { policyOf } from './__testUtils__/caches';
import { CacheSpec, ManifestSettings } from './types';

const policy = policyOf();

const spec: CacheSpec = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
  otherRegions: ['region2'],
  consumers: [],
};
const local: CacheSpec = { ...spec, useCase: 'rate-limiting' };
const region = (name: string) => ({
  name,
  title: name,
  domain: `${name}.example.com`,
  cidrs: ['10.1.0.0/16'],
});
const bare: ManifestSettings = {
  regions: [region('region1'), region('region2')],
  image: 'dragonfly:v1.40.1',
  serverVersion: '1.40.1',
  monitoringNamespace: 'monitoring',
};
const full: ManifestSettings = {
  ...bare,
  regions: bare.regions.map(({ name, ...rest }) => ({
    ...rest,
    name,
    cluster: { name },
    secretStore: {
      kind: 'ClusterSecretStore',
      name: 'vault',
      path: 'caches/{{cache}}',
    },
  })),
  issuer: { kind: 'ClusterIssuer', name: 'internal' },
  argoCd: { namespace: 'argocd', project: 'caches', revision: 'main' },
  crossRegion: 'load-balancer',
};
const repository = {
  url: 'https://github.com/acme/platform',
  folder: 'caches',
};

/** Values in force, by field. */
function inForce(choices: ReturnType<typeof outputChoices>) {
  return Object.fromEntries(
    Object.entries(choices).map(([field, values]) => [
      field,
      values.filter(choice => choice.inForce).map(({ value }) => value),
    ]),
  );
}

/** Fields and values that are refused. */
function refused(choices: ReturnType<typeof outputChoices>) {
  return Object.entries(choices).flatMap(([field, values]) =>
    values.filter(choice => choice.refusal).map(c => `${field}=${c.value}`),
  );
}

describe('outputChoices', () => {
  it('takes what the platform has where the request does not choose', () => {
    expect(inForce(outputChoices(spec, policy, bare))).toEqual({
      flavour: ['kustomize'],
      secrets: ['bring-your-own'],
      tls: [false],
      crossRegion: ['external-name'],
      argoCd: [false],
    });
    expect(
      inForce(outputChoices({ ...spec, repository }, policy, full)),
    ).toEqual({
      flavour: ['kustomize'],
      secrets: ['external-secret'],
      tls: [true],
      crossRegion: ['load-balancer'],
      argoCd: [true],
    });
  });

  it('takes what the request chooses', () => {
    const chosen = { ...spec, tls: false, secrets: 'bring-your-own' as const };
    expect(inForce(outputChoices(chosen, policy, full))).toMatchObject({
      tls: [false],
      secrets: ['bring-your-own'],
    });
  });

  it('refuses what the platform does not have', () => {
    expect(refused(outputChoices(local, policy, bare))).toEqual(
      expect.arrayContaining([
        'secrets=external-secret',
        'tls=true',
        'argoCd=true',
      ]),
    );
    expect(
      refused(outputChoices({ ...local, repository }, policy, full)),
    ).toEqual([]);
  });

  it('says why the operator cannot make a replicated cache', () => {
    const { flavour } = outputChoices(spec, policy, full);
    expect(flavour).toEqual([
      { value: 'kustomize', inForce: true, refusal: undefined },
      {
        value: 'operator',
        inForce: false,
        refusal: expect.objectContaining({
          field: 'flavour',
          expected: expect.stringContaining('REPLICAOF NO ONE'),
        }),
      },
    ]);
  });

  it('judges each value alone', () => {
    const { tls } = outputChoices(
      { ...spec, flavour: 'operator' },
      policy,
      full,
    );
    expect(tls.every(({ refusal }) => refusal === undefined)).toBe(true);
  });
});
