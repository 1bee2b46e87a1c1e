import { linesFound, yamlFile } from '../__testUtils__/lint';
import { dragonfly, REPLICATED } from '../__testUtils__/servers';

const replica = dragonfly({ args: [...REPLICATED, '--replicaof=a:6379'] });

describe('self-heal-reverts-promotion', () => {
  const exempt = {
    ignoreDifferences: [{ kind: 'ConfigMap', name: 'role' }],
    syncPolicy: {
      automated: { selfHeal: true },
      syncOptions: ['RespectIgnoreDifferences=true'],
    },
  };
  const application = (spec: Record<string, unknown>) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'cache' },
    spec,
  });
  const found = (objects: unknown[]) =>
    linesFound('self-heal-reverts-promotion', [yamlFile(objects)]);

  it.each([
    { ...exempt, ignoreDifferences: [] },
    { ...exempt, syncPolicy: { automated: { selfHeal: true } } },
  ])('finds %j', spec => {
    expect(found([...replica, application(spec)])).toEqual(['selfHeal: true']);
  });

  it('finds it in an ApplicationSet', () => {
    const set = {
      ...application({
        template: { spec: { syncPolicy: { automated: { selfHeal: true } } } },
      }),
      kind: 'ApplicationSet',
    };
    expect(found([...replica, set])).toEqual(['selfHeal: true']);
  });

  it('leaves alone what is exempt, or does not replicate', () => {
    expect(found([...replica, application(exempt)])).toEqual([]);
    const heals = application({
      syncPolicy: { automated: { selfHeal: true } },
    });
    expect(found([...dragonfly(), heals])).toEqual([]);
  });
});

describe('hashed-role-file', () => {
  const server = yamlFile(
    dragonfly({ pod: { volumes: [{ configMap: { name: 'role' } }] } }),
    'base/server.yaml',
  );
  const found = (content: string) =>
    linesFound('hashed-role-file', [
      server,
      { path: 'base/kustomization.yaml', content },
    ]);
  const generator =
    'configMapGenerator:\n- name: role\n  files: [role.flags]\n';

  it('finds a generated ConfigMap that a server mounts', () => {
    expect(found(generator)).toEqual(['- name: role']);
  });

  it.each([
    `${generator}  options: {disableNameSuffixHash: true}\n`,
    `${generator}generatorOptions: {disableNameSuffixHash: true}\n`,
    generator.replace('name: role', 'name: other'),
  ])('leaves %j alone', content => expect(found(content)).toEqual([]));
});

it('a patch says only what it changes', () => {
  const patch = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: sessions}
spec:
  template:
    spec:
      containers:
        - name: dragonfly
          image: x/dragonfly:latest
`;
  const files = [
    { path: 'a/kustomization.yaml', content: 'patches: [{path: ./p.yaml}]' },
    { path: 'a/p.yaml', content: patch },
  ];
  expect(linesFound('image-not-pinned', files)).toHaveLength(1);
  expect(linesFound('selector-missing', files)).toEqual([]);
  expect(linesFound('selector-missing', files.slice(1))).not.toEqual([]);
});
