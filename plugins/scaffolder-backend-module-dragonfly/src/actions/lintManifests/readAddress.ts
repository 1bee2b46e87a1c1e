import { posix } from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ForwardedError, InputError } from '@backstage/errors';
import { isLinted } from 'backstage-plugin-dragonfly-common';
import { FoundFiles, LONGEST_BYTES, sortedByPath, tooLong } from './foundFiles';

/**
 * Reads a file, or the manifests of a folder, from an address. What may be read is decided by the portal's own reader:
 * its integrations and `backend.reading.allow`.
 *
 * @throws InputError when it is no address
 * @throws ForwardedError when the reader refuses or does not find it
 */
export async function readAddress(
  url: string,
  options: { reader: UrlReaderService; signal?: AbortSignal },
): Promise<FoundFiles> {
  if (!URL.canParse(url)) {
    throw new InputError(
      'Field "url" is no address; expected one such as "https://git.example.com/team/repository/tree/main/deploy".',
    );
  }
  const { pathname } = new URL(url);
  try {
    return isLinted(pathname)
      ? await readOne(url, posix.basename(pathname), options)
      : await readTree(url, options);
  } catch (error) {
    throw new ForwardedError('Could not read the manifests at "url"', error);
  }
}

async function readOne(
  url: string,
  path: string,
  { reader, signal }: { reader: UrlReaderService; signal?: AbortSignal },
): Promise<FoundFiles> {
  const response = await reader.readUrl(url, { signal });
  const content = await response.buffer();
  return content.length > LONGEST_BYTES
    ? { files: [], skipped: [tooLong(path, content.length)] }
    : { files: [{ path, content: content.toString('utf8') }], skipped: [] };
}

async function readTree(
  url: string,
  { reader, signal }: { reader: UrlReaderService; signal?: AbortSignal },
): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], skipped: [] };
  const tree = await reader.readTree(url, {
    signal,
    filter: (path, info) => {
      const size = info?.size ?? 0;
      if (isLinted(path) && size > LONGEST_BYTES) {
        found.skipped.push(tooLong(path, size));
        return false;
      }
      return isLinted(path);
    },
  });
  for (const file of await tree.files()) {
    const content = await file.content();
    found.files.push({ path: file.path, content: content.toString('utf8') });
  }
  return {
    files: sortedByPath(found.files),
    skipped: sortedByPath(found.skipped),
  };
}
