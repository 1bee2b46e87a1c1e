import { promisify } from 'node:util';
import { deflateRaw, InputType } from 'node:zlib';

/** Five minutes of samples take much less time than at the default level, and hardly more bytes. */
const LEVEL = 3;

const deflateInThread: (
  content: InputType,
  options: { level: number },
) => Promise<Buffer> = promisify(deflateRaw);

/** Packs bytes or text, in a thread of its own: thousands of chunks are packed at once, every few minutes. */
export function deflate(content: Buffer | string): Promise<Buffer> {
  return deflateInThread(content, { level: LEVEL });
}
