import { countField, textField } from './infoField';
import { InfoResult, unusableReply } from './infoResult';
import { InfoSections } from './parseInfo';
import { MemoryFacts } from './types';

const SECTION = 'memory';

/** Reads `INFO memory`. @public */
export function readMemory(info: InfoSections): InfoResult<MemoryFacts> {
  const usedBytes = countField(info, SECTION, 'used_memory');
  if (usedBytes === undefined) {
    return unusableReply('the answer to INFO memory has no used_memory');
  }
  const limit = countField(info, SECTION, 'maxmemory');
  const policy = textField(info, SECTION, 'maxmemory_policy');
  return {
    ok: true,
    value: {
      usedBytes,
      // All three servers write 0 for "no limit".
      limitBytes: limit === 0 ? undefined : limit,
      whenFull: whenFull(policy),
      policy,
    },
  };
}

function whenFull(policy: string | undefined): MemoryFacts['whenFull'] {
  if (policy === 'noeviction') return 'refuses-writes';
  // Dragonfly writes "eviction", Redis and Valkey name the algorithm: "allkeys-lru", "volatile-ttl".
  if (
    policy === 'eviction' ||
    policy?.startsWith('allkeys-') ||
    policy?.startsWith('volatile-')
  ) {
    return 'evicts';
  }
  return 'unknown';
}
