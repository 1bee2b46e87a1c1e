import { linesFound, yamlFile } from '../__testUtils__/lint';
import { ARGUMENTS, dragonfly } from '../__testUtils__/servers';

const labels = { app: 'sessions' };
const admin = [...ARGUMENTS, '--admin_port=9999'];
const ports = [{ name: 'admin', containerPort: 9999 }];

function service(spec: Record<string, unknown>, annotations = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'outside', annotations },
    spec: { selector: labels, ...spec },
  };
}

const server = (args: string[]) => dragonfly({ args, container: { ports } });
const unguarded = (args: string[]) =>
  server(args).filter(
    object => !JSON.stringify(object).includes('NetworkPolicy'),
  );

describe('admin-port-exposed', () => {
  const found = (spec: Record<string, unknown>) =>
    linesFound('admin-port-exposed', [
      yamlFile([...server(admin), service(spec)]),
    ]);

  it.each`
    type              | port                                 | line
    ${'LoadBalancer'} | ${{ port: 9999 }}                    | ${'- port: 9999'}
    ${'NodePort'}     | ${{ port: 80, targetPort: 9999 }}    | ${'- port: 80'}
    ${'NodePort'}     | ${{ port: 81, targetPort: 'admin' }} | ${'- port: 81'}
  `('$type of $port', ({ type, port, line }) => {
    expect(found({ type, ports: [{ port: 6379 }, port] })).toEqual([line]);
  });

  it('leaves the main port and Services of the cluster alone', () => {
    expect(found({ type: 'LoadBalancer', ports: [{ port: 6379 }] })).toEqual(
      [],
    );
    expect(found({ type: 'ClusterIP', ports: [{ port: 9999 }] })).toEqual([]);
  });
});

describe('admin-without-password', () => {
  const open = [...admin, '--admin_nopass'];
  const rule = 'admin-without-password';

  it('without a NetworkPolicy, or through a Service', () => {
    const outside = service({ type: 'NodePort', ports: [{ port: 9999 }] });
    expect(linesFound(rule, [yamlFile(unguarded(open))])).toEqual([
      '- --admin_nopass',
    ]);
    expect(linesFound(rule, [yamlFile([...server(open), outside])])).toEqual([
      '- --admin_nopass',
    ]);
  });

  it.each([
    ['a NetworkPolicy', server(open)],
    ['the loopback address', unguarded([...open, '--admin_bind=127.0.0.1'])],
    ['a password', unguarded([...admin, '--admin_nopass=false'])],
  ])('is content with %s', (_, objects) => {
    expect(linesFound(rule, [yamlFile(objects)])).toEqual([]);
  });
});

it('network-policy-missing', () => {
  const rule = 'network-policy-missing';
  expect(linesFound(rule, [yamlFile(unguarded(admin))])).toEqual([
    'name: sessions',
  ]);
});

it('network-policy-open', () => {
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'open' },
    spec: { podSelector: {}, ingress: [{ ports: [{ port: 6379 }] }] },
  };
  expect(
    linesFound('network-policy-open', [yamlFile([...server(admin), policy])]),
  ).toEqual(['- ports:']);
});

it.each`
  spec                                                                  | annotations                                    | lines
  ${{ type: 'LoadBalancer' }}                                           | ${{}}                                          | ${['type: LoadBalancer']}
  ${{ type: 'LoadBalancer' }}                                           | ${{ 'example.com/load-balancer': 'internal' }} | ${[]}
  ${{ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] }} | ${{}}                                          | ${[]}
  ${{ type: 'ClusterIP' }}                                              | ${{}}                                          | ${[]}
`('public-load-balancer: $spec $annotations', input => {
  const file = yamlFile([
    ...server(admin),
    service(input.spec, input.annotations),
  ]);
  expect(linesFound('public-load-balancer', [file])).toEqual(input.lines);
});
