import { formatMemory } from '../../policy';
import { maxMemoryOf, memoryLimitOf } from '../model/memory';
import { LintRule, Offence, offenceAt } from './rule';

/** Of `maxmemory`: fragmentation, connection buffers and replication. Dragonfly's own default is the same. */
const HEADROOM = 1.25;

export const memoryLimitTooSmall: LintRule = {
  id: 'memory-limit-too-small',
  severity: 'error',
  title: 'The memory limit leaves no room above maxmemory',
  why: 'maxmemory counts the data alone. With fragmentation, buffers and replication the process grows beyond it and is killed when the cache fills up, which empties it at the worst moment.',
  fix: 'Make the memory limit at least 1.25 times maxmemory, better 1.35 times.',
  check: ({ servers }) =>
    servers.flatMap((server): Offence[] => {
      const bytes = maxMemoryOf(server);
      const limit = memoryLimitOf(server);
      return bytes && limit && limit < bytes * HEADROOM
        ? [
            offenceAt(
              server.object,
              server.container.get('resources', 'limits', 'memory'),
              `The limit is ${formatMemory(limit)}; expected at least ${formatMemory(bytes * HEADROOM)}, which is ${HEADROOM} times maxmemory.`,
            ),
          ]
        : [];
    }),
};
