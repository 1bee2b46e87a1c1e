import { Condition, conditionAt, lifeAround, livesOf, Period } from './lives';
import { PortKind, RecordedStep, Recording, Reply } from './types';

type AnsweredStep = Extract<RecordedStep, { kind: 'reply' | 'silence' }>;

/** What is answered to a command, and when. */
export type Answer =
  /** `fromMs`: the recorded server was busy and answered only then. */
  | { kind: 'reply'; reply: Reply; fromMs: number; recordedAtMs: number }
  /** No answer before this time, if ever; then ask again. */
  | { kind: 'silence'; untilMs: number };

const ROLE_CHANGES = ['REPLICAOF', 'SLAVEOF', 'REPLTAKEOVER'];
const LOADING = 'LOADING Dragonfly is loading the dataset in memory';
// Shorter answer times are those of a server at work; longer ones, of a server that hangs for a reason of the scenario.
const BUSY_MS = 1_000;

function sameCommand(a: string[], b: string[]): boolean {
  return (
    a.length === b.length &&
    a.every((word, index) => word.toLowerCase() === b[index].toLowerCase())
  );
}

function isLoading(step: AnsweredStep): boolean {
  return (
    step.kind === 'reply' &&
    typeof step.reply === 'object' &&
    step.reply !== null &&
    'error' in step.reply &&
    step.reply.error === LOADING
  );
}

/** One node of a recording, asked at any time of it. */
export class RecordedNode {
  readonly lives: Period[];
  readonly ports: PortKind[];
  readonly #steps: AnsweredStep[];

  constructor(
    recording: Recording,
    readonly name: string,
  ) {
    this.lives = livesOf(recording, name);
    this.#steps = recording.steps.filter(
      (step): step is AnsweredStep =>
        (step.kind === 'reply' || step.kind === 'silence') &&
        step.node === name,
    );
    this.ports = [...new Set(this.#steps.map(step => step.port))];
  }

  condition(atMs: number): Condition {
    return conditionAt(this.lives, atMs);
  }

  /** When the condition changes next; Infinity when it does not. */
  nextChange(atMs: number): number {
    return this.lives.find(period => period.fromMs > atMs)?.fromMs ?? Infinity;
  }

  /**
   * The reply to exactly this command that was valid at a time: the last one before it, or else the first one after
   * it when the node did not change its role in between; from the same life of the process, and from the same port if
   * the command was recorded there at all.
   */
  answer(port: PortKind, command: string[], atMs: number): Answer | undefined {
    const { fromMs, toMs } = lifeAround(this.lives, atMs);
    const everywhere = this.#steps.filter(
      step =>
        sameCommand(step.command, command) &&
        step.atMs >= fromMs &&
        step.atMs < toMs,
    );
    const here = everywhere.filter(step => step.port === port);
    const steps =
      here.length > 0 ? here : everywhere.filter(step => !isLoading(step));
    const step =
      steps.findLast(each => each.atMs <= atMs) ??
      steps.find(each => !this.#changedRoleBetween(atMs, each.atMs));
    if (!step) {
      return undefined;
    }
    if (step.kind === 'silence') {
      const next = steps.find(
        each => each.atMs > step.atMs && each.kind === 'reply',
      );
      return { kind: 'silence', untilMs: next?.atMs ?? Infinity };
    }
    const busy = step.atMs <= atMs && step.durationMs > BUSY_MS;
    return {
      kind: 'reply',
      reply: step.reply,
      fromMs: busy ? step.atMs + step.durationMs : -Infinity,
      recordedAtMs: step.atMs,
    };
  }

  /**
   * Whether the main port refuses everything but PING: so it did from the first INFO or ROLE it refused until it
   * answered one again.
   */
  loading(port: PortKind, atMs: number): boolean {
    const asked = this.#steps.filter(
      step =>
        step.port === port &&
        step.atMs <= atMs &&
        ['INFO', 'ROLE'].includes(step.command[0].toUpperCase()),
    );
    const last = asked.at(-1);
    return last !== undefined && isLoading(last);
  }

  #changedRoleBetween(fromMs: number, toMs: number): boolean {
    return this.#steps.some(
      step =>
        step.kind === 'reply' &&
        step.reply === 'OK' &&
        ROLE_CHANGES.includes(step.command[0].toUpperCase()) &&
        step.atMs >= fromMs &&
        step.atMs < toMs,
    );
  }
}

/** The reply of a server that has just been taken over. */
export const LOADING_REPLY: Reply = { error: LOADING };
