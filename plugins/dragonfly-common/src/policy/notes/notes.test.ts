import { ADR, edit, lineWith, policyOf } from '../__fixtures__/adr';
import { PolicyNote } from '../types';

const at = (part: string) => lineWith(ADR, part);
const notesOf = (markdown: string, code: PolicyNote['code']) =>
  policyOf(markdown).notes.filter(note => note.code === code);

const primary = at('### Primary Region') + 2;
const replica = at('### DR Region (Replica)') + 2;

it.each`
  code                          | lines
  ${'NODE_COUNT_CONTRADICTION'} | ${[[at('DF1[Dragonfly 1]'), at('DF2[Dragonfly 2]'), at('DF3[Dragonfly 3]'), primary + 7]]}
  ${'PRIMARY_HOST_SPELLINGS'}   | ${[[at('REPLICAOF primary-dragonfly'), at('--replicaof=')]]}
  ${'LAG_UNIT'}                 | ${[[at('dragonfly_replication_lag')]]}
  ${'METRIC_UNKNOWN_TO_SERVER'} | ${[[at('dragonfly_connected_replicas')], [at('dragonfly_replication_lag')], [at('dragonfly_used_memory')]]}
  ${'RAGGED_ROW'}               | ${[[at('| Option |'), at('| **Dragonfly** |')]]}
  ${'EVICTION_WORD'}            | ${[[at('| Session cache |'), at('| API cache |'), at('| Feature flags |')]]}
  ${'EVICTION_CONTRADICTION'}   | ${[[primary + 16, replica + 16, at('| Rate limiting |')]]}
  ${'IMAGE_NOT_PINNED'}         | ${[[primary + 12, replica + 12]]}
`('the ADR has the notes $code in lines $lines', ({ code, lines }) => {
  const notes = notesOf(ADR, code);
  expect(notes.map(note => note.lines)).toEqual(lines);
});

it('says in each message where and what', () => {
  for (const { message, lines } of policyOf(ADR).notes) {
    expect(message).toMatch(/\.$/);
    for (const line of lines) {
      expect(message).toContain(String(line));
    }
  }
});

it.each`
  code                          | what                        | part                                                            | replacement
  ${'NODE_COUNT_CONTRADICTION'} | ${'as many nodes as drawn'} | ${'replicas: 1  # Single primary'}                              | ${'replicas: 3  # Primary'}
  ${'PRIMARY_HOST_SPELLINGS'}   | ${'one spelling'}           | ${'REPLICAOF primary-dragonfly.region1.svc.cluster.local 6379'} | ${'REPLICAOF Dragonfly.region1.<domain> 6379'}
  ${'LAG_UNIT'}                 | ${'records as the unit'}    | ${'Replication lag in bytes'}                                   | ${'Replication lag in records'}
  ${'RAGGED_ROW'}               | ${'no cell too many'}       | ${' | **Selected** |'}                                          | ${' |'}
  ${'EVICTION_CONTRADICTION'}   | ${'nothing fixed'}          | ${'| 1m | Fixed |'}                                             | ${'| 1m | LRU |'}
`('there is no note $code with $what', ({ code, part, replacement }) => {
  const edited = edit(ADR, part, replacement);
  // Only the note in question goes: with three replicas declared, the second diagram draws too few.
  const lines = notesOf(ADR, code)[0].lines;
  expect(notesOf(edited, code).map(note => note.lines)).not.toContainEqual(
    lines,
  );
});

it('names the metric that the server exports instead', () => {
  const [, lag] = notesOf(ADR, 'METRIC_UNKNOWN_TO_SERVER');
  expect(lag.message).toContain('dragonfly_connected_replica_lag_records');
  const corrected = edit(
    ADR,
    '`dragonfly_used_memory`',
    '`dragonfly_memory_used_bytes`',
  );
  expect(notesOf(corrected, 'METRIC_UNKNOWN_TO_SERVER')).toHaveLength(2);
});

it('sees the contradiction in the other direction: LRU without cache mode', () => {
  const [note] = notesOf(
    ADR.replaceAll('--cache_mode=true', '--cache_mode=false'),
    'EVICTION_CONTRADICTION',
  );
  expect(note.message).toContain('"LRU"');
  expect(note.lines).toHaveLength(5);
});

it.each`
  image                                                   | notes
  ${'registry:5000/dragonfly'}                            | ${1}
  ${'registry:5000/dragonfly:latest'}                     | ${1}
  ${'registry:5000/dragonfly:v1.40.1'}                    | ${0}
  ${`registry/dragonfly@sha256:${'0'.repeat(64)}`}        | ${0}
  ${`registry/dragonfly:latest@sha256:${'0'.repeat(64)}`} | ${0}
`('counts $notes notes for the image $image', ({ image, notes }) => {
  const edited = ADR.replaceAll(
    'docker.dragonflydb.io/dragonflydb/dragonfly:latest',
    image,
  );
  expect(notesOf(edited, 'IMAGE_NOT_PINNED')).toHaveLength(notes);
});

it('notes a row with a cell too few as well', () => {
  const edited = edit(
    ADR,
    '| KeyDB | Better | 99% | REPLICAOF |',
    '| KeyDB | Better |',
  );
  expect(notesOf(edited, 'RAGGED_ROW').map(({ message }) => message)).toEqual([
    expect.stringContaining('5 cells under 4 headings'),
    expect.stringContaining('2 cells under 4 headings'),
  ]);
});
