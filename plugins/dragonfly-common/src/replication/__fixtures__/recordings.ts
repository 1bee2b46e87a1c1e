import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const directory = join(__dirname, 'recordings');

const stepSchema = z.object({
  t_ms: z.number(),
  node: z.string().optional(),
  port: z.enum(['main', 'admin']).optional(),
  command: z.array(z.union([z.string(), z.number()])).optional(),
  reply: z.unknown().optional(),
  dur_ms: z.number().optional(),
  identical_after: z.number().optional(),
  transport_error: z.string().optional(),
});

const recordingSchema = z.object({
  scenario: z.string(),
  steps: z.array(stepSchema),
});

/** What a client saw of real Dragonfly servers, step by step. */
export type Recording = z.infer<typeof recordingSchema>;

/** A command on the main port of one node, and what came back. */
export interface RecordedCommand {
  atMs: number;
  durationMs: number;
  command: string;
  reply: unknown;
  /** Whether further identical replies followed, which the recording leaves out. */
  repeated: boolean;
  transportError?: string;
}

export function recordingNames(): string[] {
  return readdirSync(directory)
    .filter(file => file.endsWith('.json'))
    .map(file => file.replace(/\.json$/, ''))
    .sort();
}

export function readRecording(name: string): Recording {
  return recordingSchema.parse(
    JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')),
  );
}

/** The commands a node was sent on the port the portal uses, in order. */
export function commandsOf(
  recording: Recording,
  node: string,
): RecordedCommand[] {
  return recording.steps
    .filter(step => step.node === node && step.port === 'main')
    .flatMap(({ command, ...step }) =>
      command
        ? [
            {
              atMs: step.t_ms,
              durationMs: step.dur_ms ?? 0,
              command: command.join(' '),
              reply: step.reply,
              repeated: (step.identical_after ?? 0) > 0,
              transportError: step.transport_error,
            },
          ]
        : [],
    )
    .sort((one, other) => one.atMs - other.atMs);
}

/** Text of an error reply, which a recording holds as `{ error: text }`. */
export function errorReply(reply: unknown): string | undefined {
  const parsed = z.object({ error: z.string() }).safeParse(reply);
  return parsed.success ? parsed.data.error : undefined;
}
