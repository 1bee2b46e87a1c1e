import { ResolvedCache } from '../../resolvedCache';
import { connectedReplicas } from '../alerts/replicationAlerts';
import { perRegion, series } from '../expressions';
import { ServerMetric } from '../metrics/serverMetrics';
import { Panel } from './types';

/** What each side says about the copy. */
export function replicationPanels(cache: ResolvedCache): Panel[] {
  const own = (metric: ServerMetric, ...matchers: string[]) =>
    series(cache, metric, ...matchers);
  return [
    {
      title: 'Connected replicas',
      description:
        'Replicas with a copy, or being given one, as the primary of the region counts them.',
      kind: 'timeseries',
      unit: 'short',
      queries: [
        { expr: connectedReplicas(cache), legend: 'primary in {{region}}' },
      ],
    },
    {
      title: 'Lag in records, by replica and state',
      description:
        'Journal records not yet acknowledged, not bytes and not seconds. In a full sync the server says 0 although there is no usable copy: read the state first.',
      kind: 'timeseries',
      unit: 'short',
      queries: [
        {
          expr: `max by (region, replica_ip, replica_state) (${own('dragonfly_connected_replica_lag_records')})`,
          legend: '{{replica_ip}}, {{replica_state}}',
        },
      ],
    },
    {
      title: 'Link of the replica',
      description:
        'Whether the connection is open. It stays open when the primary hangs and when the network swallows everything.',
      kind: 'state-timeline',
      unit: 'bool',
      queries: [
        {
          expr: perRegion(own('dragonfly_master_link_status')),
          legend: '{{region}}',
        },
      ],
      words: { '0': 'down', '1': 'up' },
    },
    {
      title: 'Full sync',
      description: 'While it runs, the replica holds no usable copy.',
      kind: 'state-timeline',
      unit: 'bool',
      queries: [
        {
          expr: perRegion(own('dragonfly_master_sync_in_progress')),
          legend: '{{region}}',
        },
      ],
      words: { '0': 'none', '1': 'full sync' },
    },
    {
      title: 'Reconnects in 15 minutes',
      description:
        'More than three say that the replica does not hold its link or never completes a full sync.',
      kind: 'timeseries',
      unit: 'short',
      queries: [
        {
          expr: perRegion(
            `changes(${own('dragonfly_replica_reconnect_count')}[15m])`,
          ),
          legend: '{{region}}',
        },
      ],
    },
    {
      title: 'Memory of replication',
      description:
        'Backlog and buffers of the primary; a growing buffer is a replica that does not keep up.',
      kind: 'timeseries',
      unit: 'bytes',
      queries: [
        {
          expr: `max by (region, class) (${own('dragonfly_memory_by_class_bytes', 'class=~"repl.*"')})`,
          legend: '{{region}}, {{class}}',
        },
      ],
    },
  ];
}
