import { KubernetesObject, PlainValue } from '../kubernetesObject';
import { labelsOf } from '../names';
import { ResolvedCache } from '../resolvedCache';
import { AlertRule } from './alerts/types';
import { alertGroups, AlertScope } from './alerts/alertGroups';
import { RecordingRule, recordingRules } from './recording/recordingRules';
import { alertAnchor, RUNBOOK_PATH } from './runbookAnchor';

const INTERVAL = '15s';

/** Works without the portal: the runbook lies beside the manifests. */
function runbookOf(cache: ResolvedCache, { alert }: AlertRule) {
  const { repository } = cache.spec;
  const path = `${RUNBOOK_PATH}#${alertAnchor(alert)}`;
  return repository
    ? {
        runbook: `${repository.folder}/${cache.name}/${path}`,
        repository: repository.url,
      }
    : { runbook: path };
}

function alertingRule(cache: ResolvedCache, alert: AlertRule): PlainValue {
  return {
    alert: alert.alert,
    expr: alert.expr,
    for: alert.for,
    labels: { severity: alert.severity, cache: cache.name },
    annotations: {
      summary: alert.summary,
      description: alert.description,
      ...runbookOf(cache, alert),
    },
  };
}

function recordingRule(rule: RecordingRule): PlainValue {
  return { ...rule };
}

/**
 * Recorded metrics and alerts of a cache, in groups by what must be seen to judge them. Nothing in them depends on which
 * region is the primary. Every group may run everywhere: one that sees too little stays silent.
 */
export function prometheusRule(cache: ResolvedCache): KubernetesObject {
  const alerts = alertGroups(cache);
  const group = (scope: AlertScope, records: RecordingRule[] = []) => ({
    name: `${cache.name}.${scope}`,
    interval: INTERVAL,
    rules: [
      ...records.map(recordingRule),
      ...alerts[scope].map(alert => alertingRule(cache, alert)),
    ],
  });
  const groups = [
    group('region', recordingRules(cache)),
    group('global'),
    group('portal'),
  ];
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name: cache.names.server,
      namespace: cache.namespace,
      labels: { ...labelsOf(cache.name), ...cache.monitoring.labels },
    },
    spec: { groups: groups.filter(({ rules }) => rules.length > 0) },
  };
}
