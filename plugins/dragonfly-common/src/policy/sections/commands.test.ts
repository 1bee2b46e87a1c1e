import { readDocument } from '../markdown/document';
import { fencesOf } from '../markdown/fences';
import { ProblemLog } from '../problems';
import { primaryOf, readCommands } from './commands';

function read(markdown: string) {
  const log = ProblemLog.create();
  const commands = readCommands(fencesOf(readDocument(markdown)), log);
  return { ...commands, errors: log.errors.map(({ subject }) => subject) };
}

it('tells attaching from promoting by what the command does', () => {
  const text = `
\`\`\`sh
redis-cli -h replica SLAVEOF primary 6379
redis-cli -h replica replicaof no one
\`\`\`
`;
  expect(read(text)).toEqual({
    attach: [{ value: 'redis-cli -h replica SLAVEOF primary 6379', line: 3 }],
    promote: [{ value: 'redis-cli -h replica replicaof no one', line: 4 }],
    errors: [],
  });
});

it('keeps the other commands of a fence beside the one it is about', () => {
  const text = `
\`\`\`bash
redis-cli PING # alive?
redis-cli -h replica \\
  REPLICAOF NO ONE
\`\`\`

\`\`\`
127.0.0.1:6379> REPLICAOF <primary> <port>
\`\`\`
`;
  expect(read(text)).toEqual({
    promote: [
      { value: 'redis-cli PING', line: 3 },
      { value: 'redis-cli -h replica REPLICAOF NO ONE', line: 4 },
    ],
    attach: [{ value: 'REPLICAOF <primary> <port>', line: 9 }],
    errors: [],
  });
});

it('does not lose a command that ends in a backslash', () => {
  const { promote } = read('```bash\nREPLTAKEOVER 5 \\\n```\n');
  expect(promote).toEqual([{ value: 'REPLTAKEOVER 5', line: 2 }]);
});

it('takes neither prose nor other languages for commands', () => {
  const text = `REPLICAOF NO ONE

\`\`\`python
run("REPLICAOF host 6379")
\`\`\`

\`\`\`text
REPLICAOF is asynchronous here
\`\`\`
`;
  expect(read(text)).toEqual({
    attach: [],
    promote: [],
    errors: [
      'command that attaches the replica',
      'command that promotes the replica',
    ],
  });
});

it.each`
  command                                   | primary
  ${'REPLICAOF cache.region1 6379'}         | ${'cache.region1:6379'}
  ${'redis-cli slaveof cache.region1 7000'} | ${'cache.region1:7000'}
  ${'REPLICAOF NO ONE'}                     | ${undefined}
  ${'PING'}                                 | ${undefined}
`('finds the primary $primary in "$command"', ({ command, primary }) => {
  expect(primaryOf(command)).toBe(primary);
});
