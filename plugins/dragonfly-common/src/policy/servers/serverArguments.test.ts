import { YamlSource } from '../markdown/yamlSource';
import { ProblemLog } from '../problems';
import { argumentOf, cacheModeOf, readArguments } from './serverArguments';

function read(yaml: string) {
  const log = ProblemLog.create();
  const [container] = YamlSource.parse(yaml, 1).roots;
  return { all: readArguments(container, 'primary', log), log };
}

it('reads all spellings the server has', () => {
  const { all, log } = read(`command: [dragonfly, --port=7000]
args:
  - --maxmemory=2gb
  - -dbfilename=
  - --logtostderr
  - --dir
  - /data
  - "--requirepass=a=b"
  - --proactor_threads=2
`);
  expect(log.errors).toEqual([]);
  expect(all).toEqual([
    { flag: 'port', value: '7000', line: 1 },
    { flag: 'maxmemory', value: '2gb', line: 3 },
    { flag: 'dbfilename', value: '', line: 4 },
    { flag: 'logtostderr', line: 5 },
    { flag: 'dir', value: '/data', line: 6 },
    { flag: 'requirepass', value: 'a=b', line: 8 },
    { flag: 'proactor_threads', value: '2', line: 9 },
  ]);
});

it('takes the last occurrence of a flag, as the server does', () => {
  const { all } = read('args: [--maxmemory=1gb, --maxmemory=2gb]');
  expect(argumentOf(all, 'maxmemory')?.value).toBe('2gb');
});

it.each`
  argument                | cacheMode
  ${'--cache_mode=true'}  | ${true}
  ${'--cache_mode=False'} | ${false}
  ${'--cache_mode=1'}     | ${true}
  ${'--cache_mode=no'}    | ${false}
  ${'--cache_mode'}       | ${true}
  ${'--nocache_mode'}     | ${false}
  ${'--cache_mode=maybe'} | ${undefined}
  ${'--nocache_mode=1'}   | ${undefined}
  ${'--maxmemory=1gb'}    | ${undefined}
`('reads $argument as $cacheMode', ({ argument, cacheMode }) => {
  expect(cacheModeOf(read(`args: [${argument}]`).all)?.value).toBe(cacheMode);
});

it('refuses a value that belongs to no flag', () => {
  expect(read('args: [dragonfly, --maxmemory=1gb]').log.errors).toMatchObject([
    { subject: 'primary, args', found: 'dragonfly' },
  ]);
});
