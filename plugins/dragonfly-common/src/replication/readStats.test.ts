import { readRecording } from './__fixtures__/recordings';
import { parseInfo } from './parseInfo';
import { readStats } from './readStats';

const observedAt = 1_000;

it('reads the counters of a recorded Dragonfly', () => {
  const replies = readRecording('info_all_both_roles').steps.flatMap(step =>
    'reply' in step && typeof step.reply === 'string' ? [step.reply] : [],
  );
  const counters = replies
    .map(reply => readStats(parseInfo(reply), observedAt))
    .flatMap(result => (result.ok ? [result.value] : []));
  expect(counters).toContainEqual({
    hits: 500,
    misses: 100,
    commands: expect.any(Number),
    evictedKeys: 0,
    expiredKeys: 0,
    observedAt,
  });
});

it('reads those of Redis and Valkey', () => {
  const reply =
    '# Stats\r\ntotal_connections_received:2\r\ntotal_commands_processed:12\r\nexpired_keys:3\r\nevicted_keys:4\r\nkeyspace_hits:5\r\nkeyspace_misses:6\r\n';
  expect(readStats(parseInfo(reply), observedAt)).toEqual({
    ok: true,
    value: {
      hits: 5,
      misses: 6,
      commands: 12,
      evictedKeys: 4,
      expiredKeys: 3,
      observedAt,
    },
  });
});

it.each(['', '# Stats\r\nkeyspace_hits:-1\r\n'])('refuses %p', reply => {
  expect(readStats(parseInfo(reply), observedAt)).toMatchObject({
    ok: false,
    failure: { kind: 'protocol' },
  });
});
