import { reasonDefinitions } from '../../../replication/reasonDefinitions';
import { code, table } from '../../readme/markdown';

/** What each reason of the portal means and who acts; the codes are the portal's, the sections are here. */
export function reasonsSection(): string {
  return [
    '## What the portal reports',
    'The portal gives reasons for its verdict, by these codes. Those with an alert have a section above.',
    table(
      ['Code', 'Meaning', 'Severity', 'Who acts', 'Next step'],
      Object.entries(reasonDefinitions).map(
        ([reason, { title, severity, actor, nextStep }]) => [
          code(reason),
          title,
          severity,
          actor,
          nextStep,
        ],
      ),
    ),
  ].join('\n\n');
}
