import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';

/** Packs bytes or text, in a thread of its own: thousands of chunks are packed at once, every few minutes. */
export const deflate: (content: Buffer | string) => Promise<Buffer> =
  promisify(deflateRaw);
