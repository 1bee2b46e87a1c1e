import { mainPortOf } from '../model/ports';
import { settingOf } from '../model/setting';
import { LintRule, Offence, offenceOf } from './rule';

export const portNotAsAdr: LintRule = {
  id: 'port-not-as-adr',
  severity: 'warning',
  title: 'The port differs from the ADR',
  why: 'Applications, network policies and the other region expect the port of the decision record; a replica that dials it finds nothing.',
  fix: 'Use the port of the decision record, or change the record.',
  check: ({ policy, servers }) =>
    servers.flatMap((server): Offence[] => {
      const wanted = policy?.primary.port;
      const setting = settingOf(server.settings, 'port');
      return wanted && setting && mainPortOf(server) !== wanted.value
        ? [
            {
              ...offenceOf(
                setting,
                `The port is ${mainPortOf(server)}; the ADR says ${wanted.value}.`,
              ),
              adrLine: wanted.line,
            },
          ]
        : [];
    }),
};
