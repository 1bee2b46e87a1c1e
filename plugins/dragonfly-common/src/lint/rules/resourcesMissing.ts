import { LintRule, Offence, offenceAt } from './rule';
import { memoryLimitOf } from '../model/memory';

export const resourcesMissing: LintRule = {
  id: 'resources-missing',
  severity: 'warning',
  title: 'A server has no memory limit or no memory request',
  why: 'Without a request the scheduler packs the server onto a full node and the node evicts it first; without a limit it can take the memory of everything else there.',
  fix: 'Set requests and limits for memory to the same amount, at least 1.25 times maxmemory.',
  check: ({ servers }) =>
    servers
      .filter(({ object }) => !object.partial)
      .flatMap((server): Offence[] => {
        const resources = server.container.get('resources');
        const missing = [
          memoryLimitOf(server) === undefined ? 'limit' : undefined,
          // A limit alone is a request of the same amount.
          memoryLimitOf(server) === undefined &&
          !resources.get('requests', 'memory').exists
            ? 'request'
            : undefined,
        ].filter(part => part !== undefined);
        return missing.length === 0
          ? []
          : [
              offenceAt(
                server.object,
                resources,
                `The server has no memory ${missing.join(' and no memory ')}; expected both.`,
              ),
            ];
      }),
};
