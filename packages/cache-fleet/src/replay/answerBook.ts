import { infoField, infoSections, joinSections } from './infoText';
import { Answer, LOADING_REPLY, RecordedNode } from './recordedNode';
import { onlineReplicas, roleFromInfo } from './roleFromInfo';
import { PortKind, Reply } from './types';

/** Where the answers of one replayed node come from. */
export interface AnswerSources {
  node: RecordedNode;
  /** Nodes of the recording that has every section and setting, by role: for what the scenario did not record. */
  general: { primary: RecordedNode; replica: RecordedNode };
}

const WHOLE_INFO = ['all', 'default', 'everything'];

function now(reply: Reply): Answer {
  return { kind: 'reply', reply, fromMs: -Infinity, recordedAtMs: -Infinity };
}

function later(reply: Reply, fromMs: number): Answer {
  return { kind: 'reply', reply, fromMs, recordedAtMs: -Infinity };
}

function textOf(answer: Answer | undefined): string | undefined {
  return answer?.kind === 'reply' && typeof answer.reply === 'string'
    ? answer.reply
    : undefined;
}

/** Answers commands at a time of a recording, also those that were recorded only in parts or elsewhere. */
export class AnswerBook {
  readonly #sources: AnswerSources;

  constructor(sources: AnswerSources) {
    this.#sources = sources;
  }

  /** `primary` or `replica`, as the node itself says at that time. */
  role(port: PortKind, atMs: number): 'primary' | 'replica' {
    const info = this.#replication(port, atMs);
    if (info === undefined) {
      return this.#sources.node.name === 'primary' ? 'primary' : 'replica';
    }
    return infoField(info, 'role') === 'master' ? 'primary' : 'replica';
  }

  answer(port: PortKind, command: string[], atMs: number): Answer {
    const { node } = this.#sources;
    const name = command[0].toUpperCase();
    if (name !== 'PING' && node.loading(port, atMs)) {
      return now(LOADING_REPLY);
    }
    const recorded = node.answer(port, command, atMs);
    switch (name) {
      case 'PING':
        return recorded ?? now(command[1] ?? 'PONG');
      case 'ROLE':
        return this.#roleAnswer(port, atMs, recorded);
      case 'INFO':
        return recorded ?? this.#infoAnswer(port, command.slice(1), atMs);
      case 'WAIT':
        return recorded ?? this.#waitAnswer(port, command, atMs);
      default:
        return recorded ?? this.#generalAnswer(port, command, atMs);
    }
  }

  #replication(port: PortKind, atMs: number): string | undefined {
    return textOf(
      this.#sources.node.answer(port, ['INFO', 'replication'], atMs),
    );
  }

  #general(port: PortKind, atMs: number): RecordedNode {
    return this.#sources.general[this.role(port, atMs)];
  }

  /** ROLE was asked less often than INFO: the newer of the two decides when they contradict each other. */
  #roleAnswer(
    port: PortKind,
    atMs: number,
    recorded: Answer | undefined,
  ): Answer {
    const info = this.#sources.node.answer(port, ['INFO', 'replication'], atMs);
    const text = textOf(info);
    if (!text || info?.kind !== 'reply') {
      return recorded ?? notRecorded(['ROLE']);
    }
    if (
      recorded?.kind === 'reply' &&
      info.recordedAtMs <= recorded.recordedAtMs
    ) {
      return recorded;
    }
    const derived = roleFromInfo(text);
    const sameRole =
      recorded?.kind === 'reply' &&
      Array.isArray(recorded.reply) &&
      Array.isArray(derived) &&
      recorded.reply[0] === derived[0];
    return sameRole || recorded?.kind === 'silence' ? recorded : now(derived);
  }

  #infoAnswer(port: PortKind, requested: string[], atMs: number): Answer {
    const names = requested.map(name => name.toLowerCase());
    const whole =
      textOf(this.#general(port, atMs).answer(port, ['INFO', 'all'], 0)) ?? '';
    const general = infoSections(whole);
    const wanted =
      names.length === 0 || names.some(name => WHOLE_INFO.includes(name))
        ? [...general.keys()]
        : names;
    const parts = wanted.map(name => this.#section(port, name, atMs, general));
    if (parts.length === 1) {
      return parts[0];
    }
    const waiting = parts.find(part => part.kind === 'silence');
    const replies = parts.flatMap(part => (part.kind === 'reply' ? part : []));
    const texts = replies.flatMap(({ reply }) =>
      typeof reply === 'string' && reply !== '' ? reply : [],
    );
    return (
      waiting ??
      later(
        joinSections(texts),
        Math.max(-Infinity, ...replies.map(part => part.fromMs)),
      )
    );
  }

  #section(
    port: PortKind,
    name: string,
    atMs: number,
    general: Map<string, string>,
  ): Answer {
    const { node } = this.#sources;
    const own = node.answer(port, ['INFO', name], atMs);
    if (own) {
      return own;
    }
    for (const whole of [['INFO', 'all'], ['INFO']]) {
      const text = textOf(node.answer(port, whole, atMs));
      const section = text && infoSections(text).get(name);
      if (section) {
        return now(section);
      }
    }
    const keys = node.answer(port, ['DBSIZE'], atMs);
    if (name === 'keyspace' && keys?.kind === 'reply') {
      return now(keyspace(Number(keys.reply)));
    }
    // Nobody else's replication is this node's; a section that does not exist is an empty reply.
    return name === 'replication'
      ? notRecorded(['INFO', name])
      : now(general.get(name) ?? '');
  }

  /** Counts the replicas that have everything; does not take the time a real server takes to hear from them. */
  #waitAnswer(port: PortKind, command: string[], atMs: number): Answer {
    const info = this.#replication(port, atMs) ?? '';
    if (this.role(port, atMs) === 'replica') {
      return now({ error: 'ERR WAIT cannot be used with replica instances.' });
    }
    const numbers = command.slice(1).map(Number);
    if (numbers.length !== 2 || !numbers.every(number => number >= 0)) {
      return now({ error: 'ERR value is not an integer or out of range' });
    }
    return now(onlineReplicas(info));
  }

  #generalAnswer(port: PortKind, command: string[], atMs: number): Answer {
    return (
      this.#general(port, atMs).answer(port, command, 0) ?? notRecorded(command)
    );
  }
}

function notRecorded(command: string[]): Answer {
  return now({
    error: `ERR the recording holds no reply to ${command.join(' ')}`,
  });
}

/** The keyspace section that goes with a DBSIZE. Which keys have a time to live was not recorded: all, it says. */
function keyspace(keys: number): string {
  const line =
    keys > 0 ? `db0:keys=${keys},expires=${keys},avg_ttl=-1\r\n` : '';
  return `# Keyspace\r\n${line}`;
}
