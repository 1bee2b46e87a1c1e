import { AnswerBook } from './answerBook';
import { infoField, infoSections } from './infoText';
import { loadRecording, recordingNames } from './loadRecording';
import { RecordedNode } from './recordedNode';
import { Reply } from './types';

async function bookOf(recording: string, node: string): Promise<AnswerBook> {
  const general = await loadRecording('info_all_both_roles');
  return new AnswerBook({
    node: new RecordedNode(await loadRecording(recording), node),
    general: {
      primary: new RecordedNode(general, 'primary'),
      replica: new RecordedNode(general, 'replica'),
    },
  });
}

function replyTo(book: AnswerBook, command: string, atMs: number): Reply {
  const answer = book.answer('main', command.split(' '), atMs);
  if (answer.kind !== 'reply') {
    throw new Error(`No reply to ${command}`);
  }
  return answer.reply;
}

describe('AnswerBook', () => {
  it('answers with what was recorded last before that time', async () => {
    const book = await bookOf('primary_killed', 'replica');
    const linkAt = (atMs: number) =>
      infoField(
        String(replyTo(book, 'INFO replication', atMs)),
        'master_link_status',
      );
    expect(linkAt(3_000)).toBe('up');
    expect(linkAt(4_000)).toBe('down');
    expect(replyTo(book, 'role', 4_000)).toEqual([
      'slave',
      '127.0.0.1',
      '7110',
      'connecting',
    ]);
  });

  it('puts several sections together, each from the best place', async () => {
    const book = await bookOf('primary_killed', 'replica');
    const text = String(
      replyTo(book, 'INFO server replication keyspace', 3_000),
    );
    const sections = infoSections(text);
    expect([...sections.keys()]).toEqual(['server', 'replication', 'keyspace']);
    expect(infoField(text, 'dragonfly_version')).toBe('df-v1.40.1');
    expect(infoField(text, 'master_port')).toBe('7110');
    expect(infoField(text, 'db0')).toBe('keys=2000,expires=2000,avg_ttl=-1');
  });

  it('puts a whole INFO together around the replication of the scenario', async () => {
    const book = await bookOf('primary_killed', 'replica');
    for (const command of ['INFO', 'INFO all']) {
      const text = String(replyTo(book, command, 3_000));
      expect(infoField(text, 'maxmemory')).toBe('536870912');
      expect(infoField(text, 'master_port')).toBe('7110');
    }
  });

  it('does not answer from before a restart', async () => {
    const book = await bookOf('primary_restart_empty_default', 'primary');
    const replid = (atMs: number) =>
      infoField(
        String(replyTo(book, 'INFO replication', atMs)),
        'master_replid',
      );
    expect(replid(4_000)).toMatch(/^[0-9a-f]{40}$/);
    expect(replid(4_000)).not.toBe(replid(1_000));
    expect(replyTo(book, 'DBSIZE', 4_000)).toBe(0);
  });

  it('refuses everything but PING while it is taken over', async () => {
    const book = await bookOf('repltakeover_under_load', 'primary');
    const loading = {
      error: 'LOADING Dragonfly is loading the dataset in memory',
    };
    expect(replyTo(book, 'INFO replication', 2_360)).toEqual(loading);
    expect(replyTo(book, 'INFO server', 2_360)).toEqual(loading);
    expect(replyTo(book, 'PING', 2_360)).toBe('PONG');
  });

  it('makes INFO wait while a takeover of a hung primary runs', async () => {
    const book = await bookOf('repltakeover_primary_sigstopped', 'replica');
    expect(book.answer('main', ['INFO', 'replication'], 5_000)).toMatchObject({
      kind: 'reply',
      fromMs: 1273.7 + 14918.7,
    });
    expect(book.answer('main', ['PING'], 5_000)).toMatchObject({
      kind: 'reply',
      fromMs: -Infinity,
    });
  });

  it('derives ROLE and WAIT where they were not recorded', async () => {
    const scenario = 'planned_switchover_client_pause_main';
    const primary = await bookOf(scenario, 'primary');
    expect(replyTo(primary, 'ROLE', 0)).toEqual([
      'master',
      [['127.0.0.1', expect.stringMatching(/^\d+$/), 'online']],
    ]);
    expect(replyTo(primary, 'WAIT 1 100', 0)).toBe(1);
    const replica = await bookOf(scenario, 'replica');
    expect(replyTo(replica, 'ROLE', 6_000)).toEqual(['master', []]);
    expect(replyTo(replica, 'WAIT 1 100', 0)).toEqual({
      error: 'ERR WAIT cannot be used with replica instances.',
    });
    expect(replyTo(primary, 'WAIT x 1', 0)).toEqual({
      error: 'ERR value is not an integer or out of range',
    });
  });

  it('says that it does not know, instead of guessing', async () => {
    const book = await bookOf('primary_killed', 'primary');
    expect(replyTo(book, 'GET some-key', 0)).toEqual({
      error: 'ERR the recording holds no reply to GET some-key',
    });
    // Before its promotion this replica was not asked for its replication.
    const replica = await bookOf(
      'planned_switchover_client_pause_main',
      'replica',
    );
    for (const command of ['ROLE', 'INFO replication']) {
      expect(replyTo(replica, command, 0)).toEqual({
        error: `ERR the recording holds no reply to ${command}`,
      });
    }
  });

  it('has an answer to what a monitor asks, for every node of every recording', async () => {
    for (const name of await recordingNames()) {
      const recording = await loadRecording(name);
      for (const node of recording.nodes) {
        const book = await bookOf(name, node);
        const text = String(replyTo(book, 'INFO server memory', 0));
        expect(`${name} ${node} ${text}`).toMatch(/maxmemory:|LOADING/);
      }
    }
  });
});
