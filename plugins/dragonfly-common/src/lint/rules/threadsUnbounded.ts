import { settingOf } from '../model/setting';
import { threadsOf } from '../model/threads';
import { LintRule, Offence, offenceAt, offenceOf } from './rule';
import { argumentsOf } from './serverPlaces';

export const threadsUnbounded: LintRule = {
  id: 'threads-unbounded',
  severity: 'error',
  title: 'The node decides how many threads Dragonfly starts',
  why: 'Without a CPU limit and --proactor_threads the server starts one thread per CPU of the node and exits when maxmemory is less than 256 MiB for each: what ran on a small node crash-loops on a large one.',
  fix: 'Add --proactor_threads with at most maxmemory / 256 MiB, the same on both sides.',
  check: ({ servers }) =>
    servers
      .filter(({ scripted, object }) => !scripted && !object.partial)
      .flatMap((server): Offence[] => {
        const threads = threadsOf(server);
        if (!threads || threads.decidedBy) return [];
        const text = `maxmemory allows ${threads.allowed} threads and nothing bounds their number; expected --proactor_threads or a CPU limit.`;
        const memory = settingOf(server.settings, 'maxmemory');
        return [
          memory
            ? offenceOf(memory, text)
            : offenceAt(server.object, argumentsOf(server), text),
        ];
      }),
};
