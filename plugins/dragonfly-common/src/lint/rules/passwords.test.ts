import { linesFound, yamlFile } from '../__testUtils__/lint';
import {
  ARGUMENTS,
  dragonfly,
  redis,
  ServerChange,
} from '../__testUtils__/servers';
import { lintManifests } from '../lintManifests';

const found = (rule: string, change: ServerChange) =>
  linesFound(rule, [yamlFile(dragonfly(change))]);
const withFlags = (...flags: string[]) => ({ args: [...ARGUMENTS, ...flags] });

describe('literal-password', () => {
  const rule = 'literal-password';

  it.each(['--requirepass=tomato', '--masterauth=tomato'])('finds %s', flag => {
    expect(found(rule, withFlags(flag))).toEqual([`- ${flag}`]);
  });

  it('finds a variable with a value', () => {
    const env = [
      { name: 'DFLY_requirepass', value: 'tomato' },
      { name: 'ALLOW_EMPTY_PASSWORD', value: 'yes' },
    ];
    expect(found(rule, { container: { env } })).toEqual([
      '- name: DFLY_requirepass',
    ]);
  });

  it('finds a line of a redis.conf that nothing mounts', () => {
    const file = { path: 'redis.conf', content: 'port 1\nrequirepass tomato' };
    expect(linesFound(rule, [file])).toEqual(['requirepass tomato']);
  });

  it('never repeats the password', () => {
    const report = lintManifests([
      yamlFile(dragonfly(withFlags('--requirepass=tomato'))),
    ]);
    expect(JSON.stringify(report)).not.toContain('tomato');
  });

  it.each(['--requirepass=$(PASSWORD)', '--requirepass='])(
    'leaves %s alone',
    flag => expect(found(rule, withFlags(flag))).toEqual([]),
  );
});

describe('password-in-arguments', () => {
  const rule = 'password-in-arguments';

  it('finds a variable of Kubernetes', () => {
    const flag = '--requirepass=$(PASSWORD)';
    expect(found(rule, withFlags(flag))).toEqual([`- ${flag}`]);
    expect(found(rule, {})).toEqual([]);
  });

  it('finds a variable of the shell', () => {
    const script = 'redis-server --requirepass "$PASSWORD"';
    const file = yamlFile(
      redis({ args: [], container: { command: ['sh', '-c', script] } }),
    );
    expect(linesFound(rule, [file])).toEqual([`- ${script}`]);
  });
});

it('undefined-variable', () => {
  const rule = 'undefined-variable';
  const change = withFlags('--requirepass=$(MISSPELT)', '--dir=$$(HOME)');
  expect(found(rule, change)).toEqual(['- --requirepass=$(MISSPELT)']);
  const env = [{ name: 'MISSPELT', value: 'x' }];
  expect(found(rule, { ...change, container: { env } })).toEqual([]);
  const envFrom = [{ secretRef: { name: 'credentials' } }];
  expect(found(rule, { ...change, container: { envFrom } })).toEqual([]);
});

describe('password-missing', () => {
  const rule = 'password-missing';

  it('finds servers of every kind', () => {
    expect(found(rule, { container: { env: [] } })).toEqual(['args:']);
    const args = ['--maxmemory 1gb'];
    expect(linesFound(rule, [yamlFile(redis({ args }))])).toEqual(['args:']);
  });

  it.each([
    { args: ['--aclfile=/acl'], container: { env: [] } },
    { container: { env: [], envFrom: [{ secretRef: { name: 'x' } }] } },
  ])('is content with %j', change => {
    expect(found(rule, change)).toEqual([]);
  });
});

describe('secret-in-manifests', () => {
  const secretsFound = (fields: Record<string, unknown>) =>
    linesFound('secret-in-manifests', [
      yamlFile([
        ...dragonfly(),
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'credentials' },
          ...fields,
        },
      ]),
    ]);

  it.each(['data', 'stringData'])('finds %s', field => {
    expect(secretsFound({ [field]: { password: 'dG9tYXRv' } })).toEqual([
      `${field}:`,
    ]);
  });

  it('leaves alone what is empty, encrypted or not used', () => {
    expect(secretsFound({})).toEqual([]);
    expect(
      secretsFound({ data: { password: 'x' }, sops: { mac: 'x' } }),
    ).toEqual([]);
    const metadata = { name: 'other' };
    expect(secretsFound({ data: { password: 'x' }, metadata })).toEqual([]);
  });
});
