/** A decoded RESP reply; `null` is the protocol's own null. @public */
export type Reply =
  | string
  | number
  | null
  | Reply[]
  | { error: string }
  | { map: Array<[Reply, Reply]> };

/** Which listener of a server: `admin` is Dragonfly's second one. @public */
export type PortKind = 'main' | 'admin';

interface Exchange {
  node: string;
  port: PortKind;
  /** Milliseconds since the start of the recording at which the command was sent. */
  atMs: number;
  /** Milliseconds until the answer, or until waiting was given up. */
  durationMs: number;
  command: string[];
}

/** One thing that was recorded. @public */
export type RecordedStep =
  | (Exchange & { kind: 'reply'; reply: Reply })
  /** No answer while the recorder waited. */
  | (Exchange & { kind: 'silence' })
  /** `refused`: nobody listened; `reset`: the connection ended. */
  | (Exchange & { kind: 'no-connection'; how: 'refused' | 'reset' })
  /** Something that was done to the servers, in words. */
  | { kind: 'event'; atMs: number; text: string };

/** What a client saw of real servers during one scenario. @public */
export interface Recording {
  scenario: string;
  serverVersion: string;
  /** In the order of time. */
  steps: RecordedStep[];
  /** Names of the nodes that were asked something. */
  nodes: string[];
  durationMs: number;
}
