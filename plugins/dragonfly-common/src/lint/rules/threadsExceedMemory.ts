import { threadsOf } from '../model/threads';
import { LintRule, Offence, offenceAt, offenceOf } from './rule';

export const threadsExceedMemory: LintRule = {
  id: 'threads-exceed-memory',
  severity: 'error',
  title: 'Dragonfly has more threads than its memory allows',
  why: 'The server demands 256 MiB for each thread and exits at its start when maxmemory is less: the pod goes into a crash loop.',
  fix: 'Set --proactor_threads to at most maxmemory / 256 MiB, or raise maxmemory.',
  check: ({ servers }) =>
    servers.flatMap((server): Offence[] => {
      const threads = threadsOf(server);
      if (!threads?.decidedBy || (threads.wanted ?? 0) <= threads.allowed) {
        return [];
      }
      const { allowed, decidedBy, wanted } = threads;
      const text = `The server starts ${wanted} threads; expected at most ${allowed}, because each needs 256 MiB of maxmemory.`;
      return [
        'setting' in decidedBy
          ? offenceOf(decidedBy.setting, text)
          : offenceAt(
              server.object,
              server.container.get('resources', 'limits', 'cpu'),
              text,
            ),
      ];
    }),
};
