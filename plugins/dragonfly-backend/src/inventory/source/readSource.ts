import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { SourceLocation } from '../../config';

const LARGEST_BYTES = 5 * 1024 * 1024;
/** A file that changes twice within the clock's grain keeps its time; so a young one is read again. */
const SETTLED_MS = 2_000;

/** What a reading found. */
export type SourceReading =
  | { kind: 'unchanged' }
  /** With the version absent, nothing tells whether a later reading differs. */
  | { kind: 'read'; text: string; version?: string };

/**
 * Reads the inventory document, unless it still is of the version given.
 *
 * @throws whatever the reader or the file system says; InputError for a document that is too large or not UTF-8
 */
export async function readSource(options: {
  location: SourceLocation;
  version?: string;
  urlReader: UrlReaderService;
  signal: AbortSignal;
}): Promise<SourceReading> {
  const { location, version } = options;
  return location.kind === 'url'
    ? readFromUrl(location.url, options)
    : readFromFile(location.file, version);
}

async function readFromUrl(
  url: string,
  options: {
    version?: string;
    urlReader: UrlReaderService;
    signal: AbortSignal;
  },
): Promise<SourceReading> {
  const { version, urlReader, signal } = options;
  try {
    const response = await urlReader.readUrl(url, { etag: version, signal });
    const bytes = response.stream
      ? await readBounded(response.stream())
      : await response.buffer();
    return { kind: 'read', text: decode(bytes), version: response.etag };
  } catch (error) {
    if (isError(error) && error.name === 'NotModifiedError') {
      return { kind: 'unchanged' };
    }
    throw error;
  }
}

async function readFromFile(
  path: string,
  version: string | undefined,
): Promise<SourceReading> {
  const file = await open(path, 'r');
  try {
    const { ino, mtimeMs, size } = await file.stat();
    const found = `${ino}:${mtimeMs}:${size}`;
    if (found === version) {
      return { kind: 'unchanged' };
    }
    const text = decode(
      await readBounded(file.createReadStream({ autoClose: false })),
    );
    const settled = Math.abs(Date.now() - mtimeMs) > SETTLED_MS;
    return { kind: 'read', text, version: settled ? found : undefined };
  } finally {
    await file.close();
  }
}

async function readBounded(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > LARGEST_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  if (bytes.length > LARGEST_BYTES) {
    throw new InputError(
      `The document is larger than ${LARGEST_BYTES} bytes; split off what is not needed.`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('The document is not UTF-8; save it as UTF-8.');
  }
}
