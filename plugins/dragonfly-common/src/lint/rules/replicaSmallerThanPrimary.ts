import { maxMemoryOf } from '../model/memory';
import { settingOf } from '../model/setting';
import { formatMemory } from '../../policy';
import { LintRule, Offence, offenceOf } from './rule';

export const replicaSmallerThanPrimary: LintRule = {
  id: 'replica-smaller-than-primary',
  severity: 'error',
  title: 'A replica has less memory than its primary',
  why: 'A replica evicts nothing by itself. As soon as the primary holds more than the replica may, no sync completes: full sync, failure, again after a few seconds, and never a usable copy.',
  fix: 'Give both sides the same maxmemory; a promotion swaps the roles.',
  check: ({ pairs }) =>
    pairs.flatMap(({ primary, replica }): Offence[] => {
      const wanted = maxMemoryOf(primary);
      const given = maxMemoryOf(replica);
      const setting = settingOf(replica.settings, 'maxmemory');
      return wanted && given && setting && given < wanted
        ? [
            offenceOf(
              setting,
              `The replica may hold ${formatMemory(given)}; expected at least the primary's ${formatMemory(wanted)}.`,
            ),
          ]
        : [];
    }),
};
