import { alertsOf } from '../../monitoring/alerts/alertGroups';
import { AlertRule } from '../../monitoring/alerts/types';
import { fenced, list } from '../../readme/markdown';
import { ResolvedCache } from '../../resolvedCache';
import { alertAdvice } from '../advice/alertAdvice';

/** Whoever pastes it without a look is told that there is no such region. */
const REGION = 'region=REGION # the region of the alert';

function alertSection(cache: ResolvedCache, alert: AlertRule): string {
  const { actor, causes, commands, actions } = alertAdvice[alert.alert];
  const lines = commands(cache);
  const namesRegion = lines.some(line => line.includes('"$region"'));
  const loops = lines[0]?.startsWith('for region in');
  return [
    // Its anchor is in the annotations of the alert.
    `### ${alert.alert}`,
    `${alert.description} Severity: ${alert.severity}. Who acts: the ${actor}.`,
    list(causes),
    ...(lines.length > 0
      ? [fenced('sh', namesRegion && !loops ? [REGION, ...lines] : lines)]
      : []),
    list(actions),
  ].join('\n\n');
}

/** What each alert of the cache means, and what to do. */
export function alertSections(cache: ResolvedCache): string {
  return [
    '## Alerts',
    ...alertsOf(cache).map(alert => alertSection(cache, alert)),
  ].join('\n\n');
}
