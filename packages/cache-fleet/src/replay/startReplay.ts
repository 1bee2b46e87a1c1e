import { createCredentials } from '../fleet/createCredentials';
import { Credentials } from '../servers/types';
import { AnswerBook } from './answerBook';
import { loadRecording } from './loadRecording';
import { RecordedNode } from './recordedNode';
import { Replay } from './replay';
import { ReplayClock } from './replayClock';
import { ReplayNode } from './replayNode';
import { Recording } from './types';

/** Options of {@link startReplay}. @public */
export interface ReplayOptions {
  /** Nodes to replay; all that were recorded when absent. */
  nodes?: string[];
  /** Logins the servers accept; random when absent. */
  credentials?: Credentials;
  /** Time of the recording to start at, in milliseconds; 0 when absent. */
  atMs?: number;
}

/** The recording that has every section of INFO and every setting, from both roles. */
const GENERAL = 'info_all_both_roles';

/**
 * Starts servers that speak RESP2 and RESP3 as the recorded Dragonfly did: each command gets the reply that was
 * recorded last before the clock's time, hung servers accept and answer nothing, ended ones refuse. The clock stands
 * still until {@link Replay.play} is called. What a scenario did not record of a node (its settings, most sections of
 * INFO) is answered from the recording that has it all, for the role the node has at that time.
 *
 * @param recording - the recording, or its name
 * @public
 */
export async function startReplay(
  recording: Recording | string,
  options: ReplayOptions = {},
): Promise<Replay> {
  const replayed =
    typeof recording === 'string' ? await loadRecording(recording) : recording;
  const names = options.nodes ?? replayed.nodes;
  const unknown = names.find(name => !replayed.nodes.includes(name));
  if (unknown !== undefined) {
    throw new Error(
      `The recording "${replayed.scenario}" has no node "${unknown}"; it has ${replayed.nodes.join(', ')}.`,
    );
  }
  const generalRecording = await loadRecording(GENERAL);
  const general = {
    primary: new RecordedNode(generalRecording, 'primary'),
    replica: new RecordedNode(generalRecording, 'replica'),
  };
  const credentials = options.credentials ?? createCredentials();
  const clock = new ReplayClock(options.atMs ?? 0);
  const nodes: ReplayNode[] = [];
  for (const name of names) {
    const node = new RecordedNode(replayed, name);
    const book = new AnswerBook({ node, general });
    nodes.push(await ReplayNode.start({ node, book, clock, credentials }));
  }
  return new Replay(replayed, nodes, clock);
}
