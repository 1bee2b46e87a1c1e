import { expandVariables, parseArguments, parseFlagFile } from './flags';

describe('parseArguments', () => {
  it('reads every way to write a flag', () => {
    expect(
      parseArguments([
        '--port=6379',
        '--dir',
        '/data',
        '--logtostderr',
        '--dbfilename=',
      ]),
    ).toEqual([
      { name: 'port', value: '6379', text: '--port=6379' },
      { name: 'dir', value: '/data', text: '--dir=/data' },
      { name: 'logtostderr', value: 'true', text: '--logtostderr' },
      { name: 'dbfilename', value: '', text: '--dbfilename=' },
    ]);
  });

  it('refuses what is no flag', () => {
    expect(() => parseArguments(['dragonfly', '--port=1'])).toThrow(
      '"dragonfly" is no flag of a server; expected --name or --name=value.',
    );
  });
});

describe('parseFlagFile', () => {
  it('skips comments and empty lines', () => {
    expect(
      parseFlagFile('# replica\n\n  --replicaof=a:6379\n').map(f => f.value),
    ).toEqual(['a:6379']);
  });
});

describe('expandVariables', () => {
  it('fills in what is known', () => {
    const environment = new Map([['PASSWORD', 'secret']]);
    expect(
      expandVariables('$(PASSWORD) $(OTHER) $$(PASSWORD)', environment),
    ).toBe('secret $(OTHER) $(PASSWORD)');
  });
});
