import fc from 'fast-check';
import { parseInfo } from './parseInfo';
import { readKeyspace } from './readKeyspace';
import { readMemory } from './readMemory';
import { readReplication } from './readReplication';
import { readServer } from './readServer';

it.each(['\r\n', '\n', '\r'])(
  'reads sections and fields with the line ending %j',
  end => {
    const info = parseInfo(
      ['# Replication', 'role:master', '', '# Memory', 'used_memory:5'].join(
        end,
      ),
    );
    expect(info.get('replication')?.get('role')).toBe('master');
    expect(info.get('memory')?.get('used_memory')).toBe('5');
  },
);

it('keeps colons within a value, such as those of an IPv6 address', () => {
  expect(
    parseInfo('# Replication\nmaster_host:fd00::12').get('replication'),
  ).toEqual(new Map([['master_host', 'fd00::12']]));
});

it('takes the first of repeated fields, which is that of the first primary', () => {
  const info = parseInfo(
    '# Replication\nrole:slave\nmaster_host:one\nmaster_host:two',
  );
  expect(info.get('replication')?.get('master_host')).toBe('one');
});

it('passes over lines that are no field', () => {
  expect(
    parseInfo('# Server\nnonsense\n:no name\n\u0000\nhz:10').get('server'),
  ).toEqual(new Map([['hz', '10']]));
});

it('puts fields that precede any heading into the section without a name', () => {
  expect(parseInfo('role:master').get('')?.get('role')).toBe('master');
});

it('is not confused by names that objects have by nature', () => {
  const info = parseInfo('# __proto__\nconstructor:1\n__proto__:2');
  expect(info.get('__proto__')).toEqual(
    new Map([
      ['constructor', '1'],
      ['__proto__', '2'],
    ]),
  );
  expect(info.get('toString')).toBeUndefined();
});

it('never throws, and neither does any reader of its result', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom(
          'role',
          'master_replid',
          'master_host',
          'master_port',
          'master_link_status',
          'master_last_io_seconds_ago',
          'slave_repl_offset',
          'master_repl_offset',
          'slave0',
          'used_memory',
          'db0',
          'redis_version',
          '# Replication',
        ),
        fc.oneof(
          fc.string(),
          fc.constantFrom('master', 'slave', 'up', 'down', 'NaN', '-1', '1e9'),
        ),
      )
      .map(([name, value]) => `${name}:${value}`),
  );
  fc.assert(
    fc.property(fc.array(line), lines => {
      const info = parseInfo(lines.join('\n'));
      for (const read of [
        readReplication,
        readServer,
        readMemory,
        readKeyspace,
      ]) {
        const result = read(info);
        expect(typeof result.ok).toBe('boolean');
      }
    }),
  );
});
