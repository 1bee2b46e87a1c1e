/** What a command reads and writes. */
export interface Console {
  /** Those after the program's name. */
  arguments: string[];
  /** Standard input. */
  input: AsyncIterable<Buffer | string>;
  /** Writes to standard output: results only, so that they can go to another program. */
  write(text: string): void;
  /** Writes to standard error: everything that is for people. */
  complain(text: string): void;
}

/** What the process ends with. */
export const EXIT = {
  clean: 0,
  findings: 1,
  /** Wrong usage, or nothing that could be read. */
  usage: 2,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command cannot do what it was asked for; the message is for whoever typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
