import { ManifestFile } from 'backstage-plugin-dragonfly-common';
import { filesOf, platform, request } from './__testUtils__/generated';
import { KubernetesSchemas } from './KubernetesSchemas';
import { validateSchemas } from './validateSchemas';

const schemas = KubernetesSchemas.create();
const operator = request({
  name: 'limits',
  useCase: 'rate-limiting',
  flavour: 'operator',
});
const monitored = {
  ...platform,
  monitoring: {
    kind: 'ServiceMonitor' as const,
    labels: { release: 'prometheus' },
    dashboardLabels: { grafana_dashboard: '1' },
  },
};
const plain = { ...platform, issuer: undefined, argoCd: undefined };

afterAll(() => schemas.close());

function validate(files: ManifestFile[]) {
  return validateSchemas(files, schemas);
}

describe('every generated file follows the schema of its kind', () => {
  it.each([
    ['a replicated cache', filesOf(request())],
    ['independent servers', filesOf(request({ useCase: 'rate-limiting' }))],
    ['the operator', filesOf(operator)],
    ['a ServiceMonitor', filesOf(request(), monitored)],
    ['no TLS and no Argo CD', filesOf(request({ tls: false }), plain)],
    ['Secrets of its own', filesOf(request({ secrets: 'bring-your-own' }))],
  ])('%s', async (_, files) => {
    expect(await validate(files)).toEqual([]);
  });
});

interface Mistake {
  about: string;
  files?: () => ManifestFile[];
  path: string;
  from: string;
  to: string;
  at: string;
  message: string;
}

const SERVER = 'base/stateful-set.yaml';

const mistakes: Mistake[] = [
  {
    about: 'a field that does not exist',
    path: SERVER,
    from: '  replicas: 1',
    to: '  replica: 1',
    at: 'replica: 1',
    message: 'spec.replica has no field "replica"',
  },
  {
    about: 'a field that does not exist, deep inside',
    path: SERVER,
    from: '          args:',
    to: '          arguments: []\n          args:',
    at: 'arguments: []',
    message: 'has no field "arguments"',
  },
  {
    about: 'a field that is missing',
    path: SERVER,
    from: '  selector:',
    to: '  selectors:',
    at: 'spec:',
    message: 'spec must have required property selector',
  },
  {
    about: 'a text for a number',
    path: SERVER,
    from: '  replicas: 1',
    to: '  replicas: "1"',
    at: 'replicas: "1"',
    message: 'spec.replicas must be integer',
  },
  {
    about: 'a quantity that is none',
    path: SERVER,
    from: '            limits:\n              cpu: "2"\n              memory: 2767Mi',
    to: '            limits:\n              cpu: "2"\n              memory: two gigabytes',
    at: 'two gigabytes',
    message: 'must match format "quantity"',
  },
  {
    about: 'nothing where something should be',
    path: SERVER,
    from: '  serviceName: sessions',
    to: '  serviceName:',
    at: 'serviceName:',
    message: 'spec.serviceName must not be null',
  },
  {
    about: 'a kind that does not exist',
    path: 'base/pod-disruption-budget.yaml',
    from: 'kind: PodDisruptionBudget',
    to: 'kind: PodDisruptionBudgets',
    at: 'kind: PodDisruptionBudgets',
    message:
      'kind is of a kind without a schema: policy/v1 PodDisruptionBudgets',
  },
  {
    about: 'an alert with a field that does not exist',
    path: 'base/prometheus-rule.yaml',
    from: '          for: 2m',
    to: '          fors: 2m',
    at: 'fors: 2m',
    message: 'has no field "fors"',
  },
  {
    about: 'a monitor with a field that does not exist',
    path: 'overlays/region1/pod-monitor.yaml',
    from: '      interval: 15s',
    to: '      intervals: 15s',
    at: 'intervals: 15s',
    message: 'has no field "intervals"',
  },
  {
    about: 'an ExternalSecret with a field that does not exist',
    path: 'overlays/region1/external-secret.yaml',
    from: '        property: password',
    to: '        properties: password',
    at: 'properties: password',
    message: 'has no field "properties"',
  },
  {
    about: 'an ApplicationSet with a field that does not exist',
    path: 'argocd/application-set.yaml',
    from: '        targetRevision: main',
    to: '        revision: main',
    at: '        revision: main',
    message: 'has no field "revision"',
  },
  {
    about: 'a Dragonfly with a field that the operator does not know',
    files: () => filesOf(operator),
    path: 'base/dragonfly.yaml',
    from: '  aclFromSecret:',
    to: '  aclSecret:',
    at: 'aclSecret:',
    message: 'spec.aclSecret has no field "aclSecret"',
  },
  {
    about: 'a kustomization with a field that we do not use',
    path: 'base/kustomization.yaml',
    from: 'resources:',
    to: 'bases:',
    at: 'bases:',
    message: 'bases has no field "bases"',
  },
  {
    about: 'a dashboard without panels',
    path: 'base/dashboard-config-map.yaml',
    from: '"panels"',
    to: '"panel"',
    at: 'cache-sessions.json: |',
    message: "must have required property 'panels'",
  },
  {
    about: 'a catalog entity without an owner',
    path: 'catalog-info.yaml',
    from: '  owner: ',
    to: '  own: ',
    at: 'spec:',
    message: 'owner',
  },
  {
    about: 'a catalog entity with a foreign field',
    path: 'catalog-info.yaml',
    from: 'spec:\n',
    to: 'status: {}\nspec:\n',
    at: 'apiVersion',
    message: 'status',
  },
  {
    about: 'a record that cannot be read back',
    path: 'cache-request.yaml',
    from: 'kind: CacheRequest',
    to: 'kind: CacheRequests',
    at: 'kind: CacheRequests',
    message: 'kind is not',
  },
  {
    about: 'a file that is not YAML',
    path: SERVER,
    from: '  replicas: 1',
    to: '  replicas: [1',
    at: 'serviceName',
    message: 'is not YAML',
  },
  {
    about: 'documentation with a field that we do not use',
    path: 'mkdocs.yml',
    from: 'nav:',
    to: 'navigation: []\nnav:',
    at: 'navigation: []',
    message: 'has no field "navigation"',
  },
];

describe.each(mistakes)('$about', mistake => {
  it('is found where it is', async () => {
    const { path, from, to, at, message } = mistake;
    const files = (mistake.files ?? (() => filesOf(request())))();
    const broken = files.map(file =>
      file.path === path
        ? { path, content: file.content.replace(from, () => to) }
        : file,
    );
    const text = broken.find(file => file.path === path)?.content ?? '';
    expect(text).toContain(to);
    const line = text.split('\n').findIndex(each => each.includes(at)) + 1;
    const findings = await validate(broken);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'schema',
        severity: 'error',
        path,
        line,
        message: expect.stringContaining(message),
      }),
    );
    expect(findings.every(finding => finding.path === path)).toBe(true);
  });
});

it('answers again after its thread has ended', async () => {
  const own = KubernetesSchemas.create();
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a' },
  };
  expect(await own.problemsOf([service])).toEqual([[]]);
  await own.close();
  expect(await own.problemsOf([service])).toEqual([[]]);
  await own.close();
});

it('does not leave anybody waiting when it is closed', async () => {
  const own = KubernetesSchemas.create();
  const pending = own.problemsOf([{ apiVersion: 'v1', kind: 'Service' }]);
  await Promise.all([
    expect(pending).rejects.toThrow('The schemas were closed'),
    own.close(),
  ]);
});
