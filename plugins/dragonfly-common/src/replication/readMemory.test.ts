import { parseInfo } from './parseInfo';
import { readMemory } from './readMemory';

it.each`
  policy            | whenFull
  ${'eviction'}     | ${'evicts'}
  ${'allkeys-lru'}  | ${'evicts'}
  ${'volatile-ttl'} | ${'evicts'}
  ${'noeviction'}   | ${'refuses-writes'}
  ${'something'}    | ${'unknown'}
`('says that a server with $policy $whenFull', ({ policy, whenFull }) => {
  expect(
    readMemory(
      parseInfo(
        `# Memory\r\nused_memory:569400\r\nmaxmemory:536870912\r\nmaxmemory_policy:${policy}\r\n`,
      ),
    ),
  ).toEqual({
    ok: true,
    value: { usedBytes: 569_400, limitBytes: 536_870_912, whenFull, policy },
  });
});

it('takes a limit of 0 for no limit', () => {
  expect(readMemory(parseInfo('# Memory\nused_memory:5\nmaxmemory:0'))).toEqual(
    {
      ok: true,
      value: { usedBytes: 5, limitBytes: undefined, whenFull: 'unknown' },
    },
  );
});

it('refuses a reply without the memory used', () => {
  expect(readMemory(parseInfo('# Memory\nmaxmemory:0'))).toMatchObject({
    ok: false,
    failure: { kind: 'protocol' },
  });
});
