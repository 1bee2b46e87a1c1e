import { classifyProbeError } from '../classifyProbeError';
import { factsFromInfo } from '../factsFromInfo';
import { NodeFacts, Observation, ObservationWindow } from '../types';
import {
  commandsOf,
  errorReply,
  RecordedCommand,
  Recording,
} from './recordings';

/** When the recordings' clock starts, by the portal's. */
const START = Date.parse('2026-11-24T11:50:00.000Z');

const PROBE_TIMEOUT_MS = 1000;

/** How long a reply holds that was recorded once, when the recorder then asked something else. */
const HOLD_MS = 1000;

/** How to poll a recording. */
export interface Replay {
  recording: Recording;
  /** Region by the recording's name of the node, which is its role at the start of the scenario. */
  regions: Record<string, string>;
  /** Time of the first poll on the recording's clock. */
  startMs: number;
  intervalMs: number;
}

/**
 * What a monitor that has polled from the start on holds right after its poll at this time on the recording's clock.
 *
 * @throws Error when no poll falls on that time
 */
export function windowAt(
  { recording, regions, startMs, intervalMs }: Replay,
  endMs: number,
): { window: ObservationWindow; now: Date } {
  if (endMs < startMs || (endMs - startMs) % intervalMs !== 0) {
    throw new Error(
      `Found no poll at ${endMs} ms of "${recording.scenario}"; polls start at ${startMs} ms and come every ${intervalMs} ms.`,
    );
  }
  const observations: Record<string, Observation[]> = {};
  for (const [node, region] of Object.entries(regions)) {
    const commands = commandsOf(recording, node);
    const seen: Observation[] = [];
    let previous: NodeFacts | undefined;
    for (let ms = startMs; ms <= endMs; ms += intervalMs) {
      const observation = poll(commands, region, ms, previous);
      if (observation) seen.push(observation);
      if (observation?.outcome === 'answered') previous = observation.facts;
    }
    observations[region] = seen;
  }
  return {
    window: { observations, watchedSince: START + startMs, intervalMs },
    now: new Date(START + endMs),
  };
}

/**
 * What a probe at this time would have seen: the newest recorded reply to `INFO replication`, as long as it holds.
 * `undefined` where the recorder did not ask, since then nobody knows.
 */
function poll(
  commands: RecordedCommand[],
  region: string,
  ms: number,
  previous: NodeFacts | undefined,
): Observation | undefined {
  const past = commands.filter(({ atMs }) => atMs <= ms);
  const newest = past.findLast(step => isProbe(step) && holds(step, ms));
  const info = past.findLast(saysReplication);
  const at = { region, observedAt: START + ms };

  if (newest?.transportError) {
    return {
      ...at,
      durationMs: newest.durationMs,
      outcome: 'failed',
      failure: classifyProbeError(newest.transportError),
    };
  }
  const lostSince = past.some(
    step =>
      step.transportError && isProbe(step) && info && step.atMs >= info.atMs,
  );
  if (!info || lostSince || !holds(info, ms)) return undefined;
  if (info.atMs + info.durationMs > ms + PROBE_TIMEOUT_MS) {
    return {
      ...at,
      durationMs: PROBE_TIMEOUT_MS,
      outcome: 'failed',
      failure: classifyProbeError('Command timed out'),
    };
  }
  const error = errorReply(info.reply);
  if (error !== undefined) {
    return {
      ...at,
      durationMs: info.durationMs,
      outcome: 'failed',
      failure: classifyProbeError(error),
    };
  }
  const facts = factsFromInfo(
    {
      replication: String(info.reply),
      server: textReply(past, 'INFO server', ms),
      memory: textReply(past, 'INFO memory', ms),
      keyspace: textReply(past, 'INFO keyspace', ms) ?? sizeReply(past, ms),
    },
    previous,
  );
  return facts.ok
    ? {
        ...at,
        durationMs: info.durationMs,
        outcome: 'answered',
        facts: { ...facts.value, waitProbe: waitProbe(past, ms) },
      }
    : {
        ...at,
        durationMs: info.durationMs,
        outcome: 'failed',
        failure: facts.failure,
      };
}

function saysReplication({ command, reply }: RecordedCommand): boolean {
  return (
    command === 'INFO replication' ||
    (command === 'INFO all' && String(reply).includes('# Replication'))
  );
}

/** Whether a lost reply tells of the server: a REPLICAOF that hangs leaves it as responsive as before. */
function isProbe({ command }: RecordedCommand): boolean {
  return /^(INFO|PING|ROLE|DBSIZE)\b/.test(command);
}

function holds(step: RecordedCommand, ms: number): boolean {
  return step.repeated || ms <= step.atMs + Math.max(HOLD_MS, step.durationMs);
}

function textReply(
  past: RecordedCommand[],
  command: string,
  ms: number,
): string | undefined {
  const step = past.findLast(candidate => candidate.command === command);
  return step && holds(step, ms) && typeof step.reply === 'string'
    ? step.reply
    : undefined;
}

/** DBSIZE stands in for INFO keyspace, which is hardly recorded. How many of the keys expire it does not say. */
function sizeReply(past: RecordedCommand[], ms: number): string | undefined {
  const step = past.findLast(({ command }) => command === 'DBSIZE');
  return step && holds(step, ms) && typeof step.reply === 'number'
    ? `# Keyspace\r\ndb0:keys=${step.reply},expires=0,avg_ttl=-1\r\n`
    : undefined;
}

function waitProbe(
  past: RecordedCommand[],
  ms: number,
): NodeFacts['waitProbe'] {
  const step = past.findLast(({ command }) => /^WAIT 1 [1-9]/.test(command));
  if (!step || ms > step.atMs + step.durationMs + HOLD_MS) return undefined;
  return typeof step.reply === 'number'
    ? {
        acknowledgedReplicas: step.reply,
        elapsedMs: step.durationMs,
        timeoutMs: Number(step.command.split(' ')[2]),
      }
    : undefined;
}
