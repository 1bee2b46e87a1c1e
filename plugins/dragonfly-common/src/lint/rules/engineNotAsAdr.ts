import { parseImage, programOf } from '../model/image';
import { LintRule, offenceAt } from './rule';
import { nameOfEngine } from './serverPlaces';

export const engineNotAsAdr: LintRule = {
  id: 'engine-not-as-adr',
  severity: 'warning',
  title: 'The server is another one than that of the ADR',
  why: 'Another server has other flags, other traps and other figures; what the decision record and its runbooks say does not hold for it.',
  fix: 'Use the server of the decision record, or change the record.',
  check: ({ policy, servers }) => {
    const wanted = policy?.primary.image;
    if (!wanted) return [];
    const program = programOf(parseImage(wanted.value));
    return servers
      .filter(({ engine }) => engine !== program)
      .map(server => ({
        ...offenceAt(
          server.object,
          server.container.get('image'),
          `The server is ${nameOfEngine(server)}; the ADR says "${program}".`,
        ),
        adrLine: wanted.line,
      }));
  },
};
