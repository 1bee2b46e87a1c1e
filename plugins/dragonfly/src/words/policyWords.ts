import { DisasterRecovery, Eviction } from 'backstage-plugin-dragonfly-common';

/** What happens when memory is full, in words that keep the decision record's own. */
export const evictionWords = {
  lru: 'LRU: keys are evicted when memory is full',
  fixed: 'Fixed: writes are refused when memory is full',
} satisfies Record<Eviction, string>;

/** Whether a use case needs a copy in another region, in words. */
export const disasterRecoveryWords = {
  required: 'needed: a replica in another region',
  local: 'not needed: one primary per region, no replication',
  optional: 'optional: your choice',
} satisfies Record<DisasterRecovery, string>;
