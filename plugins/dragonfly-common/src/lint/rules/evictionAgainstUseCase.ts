import { evictionOf } from '../model/eviction';
import { useCaseOf } from '../model/useCases';
import { LintRule, Offence, offenceAt, offenceOf } from './rule';
import { argumentsOf, plainServers } from './serverPlaces';

const WORDS = { lru: 'evicts', fixed: 'refuses writes' } as const;

export const evictionAgainstUseCase: LintRule = {
  id: 'eviction-against-use-case',
  severity: 'error',
  title: 'A full cache does the opposite of what its use case needs',
  why: 'A rate limiter that evicts forgets its counters and lets everybody through; a session cache that does not evict refuses every login once it is full.',
  fix: 'Set --cache_mode (maxmemory-policy for Redis) as the use case says: "LRU" evicts, "Fixed" does not.',
  check: model =>
    plainServers(model).flatMap((server): Offence[] => {
      const useCase = useCaseOf(server, model);
      const { eviction, setting } = evictionOf(server);
      if (!useCase || useCase.eviction === eviction) return [];
      const message = `The server ${WORDS[eviction]} when it is full; expected what the use case "${useCase.title}" needs: it ${WORDS[useCase.eviction]}.`;
      const offence = setting
        ? offenceOf(setting, message)
        : offenceAt(server.object, argumentsOf(server), message);
      return [{ ...offence, adrLine: useCase.line }];
    }),
};
