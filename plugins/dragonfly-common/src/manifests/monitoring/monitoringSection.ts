import { code, list } from '../readme/markdown';
import { ResolvedCache } from '../resolvedCache';
import { monitorKind } from './monitor';
import { RUNBOOK_PATH } from './runbookAnchor';

function groupLines(cache: ResolvedCache): string[] {
  const lines = [
    `${code(`${cache.name}.region`)} judges the servers that its Prometheus sees. It may run in each region, and also where the regions are put together.`,
  ];
  if (cache.regions.length > 1) {
    lines.push(
      `${code(`${cache.name}.global`)} compares the regions. **It must also be evaluated in one place that sees all of them** (one Prometheus for all, federation, Thanos Ruler, Mimir). A Prometheus that sees one region only keeps these alerts silent, which says nothing about the cache.`,
    );
  }
  if (cache.topology === 'replicated') {
    lines.push(
      `${code(`${cache.name}.portal`)} needs the portal's metrics (${code('dragonfly_portal_...')}) in the same place. Until the portal exports them and somebody scrapes it, none of these alerts can fire; the others do not depend on them.`,
    );
  }
  return lines;
}

/** What is watched, and where each group of rules has to run. */
export function monitoringSection(cache: ResolvedCache): string {
  return [
    '## Monitoring',
    `Each region has a ${monitorKind(cache)} for port ${cache.adminPort} (${code('/metrics')}, without a password); it gives every series the labels ${code('cache')} and ${code('region')}. Rules, alerts and dashboard are the same everywhere and do not depend on where the primary is. The PrometheusRule has a group per scope:`,
    list(groupLines(cache)),
    `Every alert has a section in ${code(RUNBOOK_PATH)}. Labels of Prometheus that are called ${code('cache')} or ${code('region')} already (${code('external_labels')}) must have the same values or another name.`,
  ].join('\n\n');
}
