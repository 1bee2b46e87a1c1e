import { problemAt, Rule } from '../rule';
import { argumentOf } from '../rules/serverFlagsOf';

/** What happens when memory is full is what the ADR says for the use case. */
export const adrEviction: Rule = {
  id: 'adr-eviction',
  severity: 'error',
  why: 'A rate limiter that evicts forgets its counters; a cache that does not refuses writes when it is full.',
  check: ({ regions, useCase }) => {
    const expected = String(useCase.eviction === 'lru');
    return regions.flatMap(({ servers }) =>
      servers.flatMap(server => {
        const given = argumentOf(server, 'cache_mode');
        return given?.value === expected
          ? []
          : [
              problemAt(
                server.object,
                given?.pointer ?? [...server.server.pointer, 'args'],
                `The server is given --cache_mode=${given?.value ?? '(nothing)'}, and the eviction of "${useCase.title}" is ${useCase.eviction} (ADR line ${useCase.line}).`,
                `Write --cache_mode=${expected}.`,
                useCase.line,
              ),
            ];
      }),
    );
  },
};
