import { readFile } from 'node:fs/promises';
import {
  resolvePackagePath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ForwardedError } from '@backstage/errors';

const SHIPPED = 'assets/adr/caching-with-dragonfly.md';

/** The text of an ADR and where it came from. */
export interface PolicySource {
  text: string;
  /** A URL, the configured path, or the path within the plugin of the copy it ships with. */
  source: string;
  /** The ADR's own address, when it has one. */
  url?: string;
}

/**
 * Reads the ADR: by `dragonfly.adr.url`, else from `dragonfly.adr.file`, else the copy that the plugin ships with. There
 * is no falling back from one to the next: another organisation's policy must not come into force because of an outage.
 *
 * @throws ForwardedError that names the config key
 */
export async function readPolicySource(options: {
  config: Config;
  urlReader: UrlReaderService;
  signal: AbortSignal;
}): Promise<PolicySource> {
  const { config, urlReader, signal } = options;
  const url = config.getOptionalString('dragonfly.adr.url');
  const file = config.getOptionalString('dragonfly.adr.file');
  if (url) {
    const text = await reading(`dragonfly.adr.url (${url})`, async () => {
      const response = await urlReader.readUrl(url, { signal });
      return (await response.buffer()).toString('utf8');
    });
    return { text, source: url, url };
  }
  if (file) {
    const text = await reading(`dragonfly.adr.file (${file})`, () =>
      readFile(file, { encoding: 'utf8', signal }),
    );
    return { text, source: file };
  }
  const path = resolvePackagePath(
    'backstage-plugin-dragonfly-backend',
    SHIPPED,
  );
  return { text: await readFile(path, 'utf8'), source: SHIPPED };
}

async function reading(
  key: string,
  read: () => Promise<string>,
): Promise<string> {
  try {
    return await read();
  } catch (error) {
    throw new ForwardedError(
      `Failed to read the caching policy from ${key}`,
      error,
    );
  }
}
