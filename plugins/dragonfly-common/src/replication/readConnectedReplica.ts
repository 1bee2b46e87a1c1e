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
  const fields = new Map<string, string>();
  for (const pair of text.split(',')) {
    const equals = pair.indexOf('=');
    if (equals > 0) fields.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  const address = fields.get('ip');
  const port = wholeNumber(fields.get('port'));
  if (!address || port === undefined) return undefined;

  const replica: ConnectedReplica = {
    address,
    port,
    state: states.get(fields.get('state') ?? '') ?? 'unknown',
  };
  const lag = notNegative(wholeNumber(fields.get('lag')));
  if (!fields.has('offset')) return { ...replica, lagRecords: lag };
  return {
    ...replica,
    offsetBytes: notNegative(wholeNumber(fields.get('offset'))),
    secondsSinceAcknowledgement: lag,
  };
}

function notNegative(value: number | undefined): number | undefined {
  return value === undefined || value < 0 ? undefined : value;
}
