import { z } from 'zod';
import { RecordedStep, Recording, Reply } from './types';

const replySchema: z.ZodType<Reply> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.null(),
    z.array(replySchema),
    z.object({ error: z.string() }),
    z.object({ map: z.array(z.tuple([replySchema, replySchema])) }),
  ]),
);

const stepSchema = z.union([
  z.object({
    node: z.string(),
    port: z.enum(['main', 'admin']),
    t_ms: z.number(),
    dur_ms: z.number(),
    command: z.array(z.string()).nonempty(),
    reply: replySchema,
    transport_error: z.string().optional(),
  }),
  z.object({ event: z.string(), t_ms: z.number() }),
  // What was asked over HTTP, and notes in the margin, is not replayed.
  z.object({}),
]);

const recordingSchema = z.object({
  scenario: z.string(),
  server_version: z.string(),
  steps: z.array(stepSchema),
});

type RawStep = z.infer<typeof stepSchema>;

function readStep(raw: RawStep): RecordedStep[] {
  if ('event' in raw) {
    return [{ kind: 'event', atMs: raw.t_ms, text: raw.event }];
  }
  if (!('command' in raw)) {
    return [];
  }
  const exchange = {
    node: raw.node,
    port: raw.port,
    atMs: raw.t_ms,
    durationMs: raw.dur_ms,
    command: raw.command,
  };
  switch (raw.transport_error?.split(':')[0]) {
    case undefined:
      return [{ ...exchange, kind: 'reply', reply: raw.reply }];
    case 'ECONNREFUSED':
      return [{ ...exchange, kind: 'no-connection', how: 'refused' }];
    case 'ECONNRESET':
      return [{ ...exchange, kind: 'no-connection', how: 'reset' }];
    default:
      return [{ ...exchange, kind: 'silence' }];
  }
}

/**
 * Reads a recording.
 *
 * @throws Error when the text is no recording
 */
export function parseRecording(text: string): Recording {
  const raw = recordingSchema.parse(JSON.parse(text));
  const steps = raw.steps.flatMap(readStep).sort((a, b) => a.atMs - b.atMs);
  const nodes = steps.flatMap(step => (step.kind === 'event' ? [] : step.node));
  return {
    scenario: raw.scenario,
    serverVersion: raw.server_version,
    steps,
    nodes: [...new Set(nodes)],
    durationMs: steps.at(-1)?.atMs ?? 0,
  };
}
