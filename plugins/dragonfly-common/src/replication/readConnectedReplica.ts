import { wholeNumber } from './infoField';
import { ConnectedReplica } from './types';

// Redis and Valkey first, then Dragonfly with and without --info_replication_valkey_compatible.
const states: ReadonlyMap<string, ConnectedReplica['state']> = new Map([
  ['wait_bgsave', 'preparation'],
  ['preparation', 'preparation'],
  ['send_bulk', 'full-sync'],
  ['send_bulk_and_stream', 'full-sync'],
  ['bg_transfer', 'full-sync'],
  ['full_sync', 'full-sync'],
  ['online', 'online'],
  ['stable_sync', 'online'],
  ['cancelled', 'cancelled'],
]);

/**
 * Reads the value of a primary's `slave0:` line; `undefined` when it names no replica. `lag` means seconds where the
 * line has an `offset` (Redis, Valkey) and journal records where it has none (Dragonfly).
 */
export function readConnectedReplica(
  text: string,
): ConnectedReplica | undefined {
  const pairs = text.split(',');
  const address = valueOf(pairs, 'ip=');
  const port = wholeNumber(valueOf(pairs, 'port='));
  if (!address || port === undefined) return undefined;

  const state = states.get(valueOf(pairs, 'state=') ?? '') ?? 'unknown';
  const lag = notNegative(wholeNumber(valueOf(pairs, 'lag=')));
  const offset = valueOf(pairs, 'offset=');
  return offset === undefined
    ? { address, port, state, lagRecords: lag }
    : {
        address,
        port,
        state,
        offsetBytes: notNegative(wholeNumber(offset)),
        secondsSinceAcknowledgement: lag,
      };
}

/** @param key - with the equals sign */
function valueOf(pairs: readonly string[], key: string): string | undefined {
  return pairs.findLast(pair => pair.startsWith(key))?.slice(key.length);
}

function notNegative(value: number | undefined): number | undefined {
  return value === undefined || value < 0 ? undefined : value;
}
