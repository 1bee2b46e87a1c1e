import { CacheServer } from './types';

const PATTERNS: Array<{ flavour: CacheServer['flavour']; pattern: RegExp }> = [
  {
    flavour: 'dragonfly',
    pattern: /\bdragonfly\s+(?:df-)?v?(\d+\.\d+[\w.]*)/i,
  },
  { flavour: 'valkey', pattern: /\bvalkey server v=(\d[\w.]*)/i },
  { flavour: 'redis', pattern: /\bredis server v=(\d[\w.]*)/i },
];

/**
 * Reads what a cache server prints for `--version`.
 *
 * @returns undefined when the output is of none of the known servers.
 */
export function parseVersion(
  output: string,
): Pick<CacheServer, 'flavour' | 'version'> | undefined {
  for (const { flavour, pattern } of PATTERNS) {
    const version = pattern.exec(output)?.[1];
    if (version) {
      return { flavour, version };
    }
  }
  return undefined;
}
