import { formatMemory } from '../../policy';
import { maxMemoryOf } from '../model/memory';
import { settingOf } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

export const memoryNotAsAdr: LintRule = {
  id: 'memory-not-as-adr',
  severity: 'info',
  title: 'maxmemory differs from the ADR',
  why: 'The size was decided somewhere else than in the decision record; that is right when it was computed for this cache, and a mistake when it was copied.',
  fix: 'Follow the decision record, or write down where the size comes from.',
  check: ({ policy, servers }) =>
    servers.flatMap((server): Offence[] => {
      const bytes = maxMemoryOf(server);
      const setting = settingOf(server.settings, 'maxmemory');
      const wanted = policy?.primary.memoryBytes;
      return wanted && setting && bytes && bytes !== wanted.value
        ? [
            {
              ...offenceOf(
                setting,
                `maxmemory is ${formatMemory(bytes)}; the ADR says ${formatMemory(wanted.value)}.`,
              ),
              adrLine: wanted.line,
            },
          ]
        : [];
    }),
};
