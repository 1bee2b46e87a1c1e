import { RecordedStep, Recording } from './types';

/** What a node's process was at some time. */
export type Condition = 'running' | 'frozen' | 'dead';

/** From this time on, until the next period, a process was in one condition. */
export interface Period {
  fromMs: number;
  condition: Condition;
}

type NodeStep = Exclude<RecordedStep, { kind: 'event' }>;

const KILLED = /^kill (?:-9 )?(\w+)$/;
const RESTARTED = /^(\w+) restarted\b/;
const FROZEN = /^SIGSTOP (\w+)$/;
const RESUMED = /^SIGCONT (\w+)$/;

const EVENTS: Array<{ pattern: RegExp; condition: Condition }> = [
  { pattern: KILLED, condition: 'dead' },
  { pattern: RESTARTED, condition: 'running' },
  { pattern: FROZEN, condition: 'frozen' },
  { pattern: RESUMED, condition: 'running' },
];

function fromEvents(recording: Recording, node: string): Period[] {
  return recording.steps.flatMap(step => {
    if (step.kind !== 'event') {
      return [];
    }
    const match = EVENTS.find(
      ({ pattern }) => pattern.exec(step.text)?.[1] === node,
    );
    return match ? [{ fromMs: step.atMs, condition: match.condition }] : [];
  });
}

/**
 * A refused connection means that the process is gone, since the first failure in a row; an answer, that it is there.
 * A reset alone means nothing: recorders find out late that an old connection ended.
 */
function fromConnections(steps: NodeStep[]): Period[] {
  const periods: Period[] = [];
  let failingSince: number | undefined;
  let dead = false;
  for (const step of steps) {
    if (step.kind === 'reply') {
      failingSince = undefined;
      if (dead) {
        periods.push({ fromMs: step.atMs, condition: 'running' });
        dead = false;
      }
    } else if (step.kind === 'no-connection') {
      failingSince ??= step.atMs;
      if (step.how === 'refused' && !dead) {
        periods.push({ fromMs: failingSince, condition: 'dead' });
        dead = true;
      }
    }
  }
  return periods;
}

/** When a node's process ran, hung and was gone, from what was done to it and from what it answered. */
export function livesOf(recording: Recording, node: string): Period[] {
  const steps = recording.steps.filter(
    (step): step is NodeStep => step.kind !== 'event' && step.node === node,
  );
  const periods: Period[] = [
    { fromMs: -Infinity, condition: 'running' as const },
    ...fromEvents(recording, node),
    ...fromConnections(steps),
  ].sort((a, b) => a.fromMs - b.fromMs);
  return periods.filter(
    (period, index) => period.condition !== periods[index - 1]?.condition,
  );
}

/** The condition at a time. */
export function conditionAt(lives: Period[], atMs: number): Condition {
  return (
    lives.findLast(period => period.fromMs <= atMs)?.condition ?? 'running'
  );
}

/** The uninterrupted life of the process around a time: from its start until its end. */
export function lifeAround(
  lives: Period[],
  atMs: number,
): { fromMs: number; toMs: number } {
  const isDead = (period: Period) => period.condition === 'dead';
  const death = lives.findLastIndex(
    period => isDead(period) && period.fromMs <= atMs,
  );
  return {
    fromMs: lives[death + 1]?.fromMs ?? Infinity,
    toMs:
      lives.find(period => isDead(period) && period.fromMs > atMs)?.fromMs ??
      Infinity,
  };
}
