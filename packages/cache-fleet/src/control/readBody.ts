import { IncomingMessage } from 'node:http';
import { InputError } from '@backstage/errors';

const LIMIT_BYTES = 64 * 1024;

/** Reads a JSON body; undefined when there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > LIMIT_BYTES) {
      throw new InputError(`The body is larger than ${LIMIT_BYTES} bytes.`);
    }
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('The body is no JSON.');
  }
}
