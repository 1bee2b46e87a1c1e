import { countField } from './infoField';
import { InfoResult, unusableReply } from './infoResult';
import { InfoSections } from './parseInfo';
import { ServerCounters } from './types';

const SECTION = 'stats';

/**
 * Reads the counters of `INFO stats`; all three servers name them alike.
 *
 * @param observedAt - when the server was asked, Unix milliseconds: a rate takes two readings and their times
 * @public
 */
export function readStats(
  info: InfoSections,
  observedAt: number,
): InfoResult<ServerCounters> {
  const count = (name: string) => countField(info, SECTION, name);
  const hits = count('keyspace_hits');
  const misses = count('keyspace_misses');
  const commands = count('total_commands_processed');
  if (hits === undefined || misses === undefined || commands === undefined) {
    return unusableReply('the answer to INFO stats lacks its counters');
  }
  return {
    ok: true,
    value: {
      hits,
      misses,
      commands,
      evictedKeys: count('evicted_keys') ?? 0,
      expiredKeys: count('expired_keys') ?? 0,
      observedAt,
    },
  };
}
