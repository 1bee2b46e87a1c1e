import { wholeNumber } from './infoField';
import { InfoResult } from './infoResult';
import { InfoSections } from './parseInfo';
import { NodeFacts } from './types';

/**
 * Reads `INFO keyspace`, summed over the databases. An empty server sends the heading alone, so no line means no key.
 *
 * @public
 */
export function readKeyspace(
  info: InfoSections,
): InfoResult<NonNullable<NodeFacts['keys']>> {
  const fields =
    info.get('keyspace') ?? info.get('') ?? new Map<string, string>();
  const keys = { total: 0, expiring: 0 };
  for (const [name, value] of fields) {
    if (/^db\d{1,6}$/.test(name)) {
      keys.total += amount(value, /(?:^|,)keys=(\d+)/);
      keys.expiring += amount(value, /(?:^|,)expires=(\d+)/);
    }
  }
  return { ok: true, value: keys };
}

function amount(text: string, pattern: RegExp): number {
  return wholeNumber(pattern.exec(text)?.[1]) ?? 0;
}
