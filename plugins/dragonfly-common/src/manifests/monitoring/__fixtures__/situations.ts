import { AlertName } from '../alerts/types';
import { portalMetrics } from '../metrics/portalMetrics';
import {
  always,
  InputSeries,
  serverSeries,
  ServerSamples,
  STEPS,
} from './serverSeries';

/** What Prometheus has seen, and which alerts fire at the end of it, each with the region it is about. */
export interface Situation {
  situation: string;
  series: InputSeries[];
  firing: (readonly [AlertName, string | undefined])[];
  /** Minutes after the start; the end of the samples when absent. */
  at?: number;
}

const PRIMARY: ServerSamples = {
  region: 'region1',
  primary: always(1),
  replicas: [{ region: 'region2', state: 'online', lag: always(400) }],
};
const REPLICA: ServerSamples = {
  region: 'region2',
  primary: always(0),
  link: {},
};
/** A growing counter of the portal's own clock: seconds since 1970 of an evaluation are those of the test. */
const DAY = 86_400;

function primary(overrides: Partial<ServerSamples> = {}, stop?: number) {
  return serverSeries({ ...PRIMARY, ...overrides }, stop);
}

function replica(overrides: Partial<ServerSamples> = {}, stop?: number) {
  return serverSeries({ ...REPLICA, ...overrides }, stop);
}

function portal(metric: string, value: number, region?: string): InputSeries {
  const labels = region ? `, region="${region}"` : '';
  return {
    series: `${metric}{cache="sessions"${labels}}`,
    values: always(value),
  };
}

/** Healthy pictures and the known false alarms: nothing fires at any time. */
export const quietSituations: Situation[] = [
  {
    situation: 'a healthy pair, seen together',
    series: [...primary(), ...replica()],
    firing: [],
  },
  {
    situation: 'the primary’s side of a healthy pair, seen alone',
    series: primary(),
    firing: [],
  },
  {
    situation: 'the replica’s side of a healthy pair, seen alone',
    series: replica(),
    firing: [],
  },
  {
    situation: 'a healthy pair, seen by two Prometheus servers',
    series: [...primary(), ...replica()].flatMap(each => [
      each,
      { ...each, series: each.series.replace('}', ', prometheus="b"}') },
    ]),
    firing: [],
  },
  {
    situation: 'a healthy pair with its portal',
    series: [
      ...primary(),
      ...replica(),
      portal(portalMetrics.replicationLagSeconds, 0.2, 'region2'),
      portal(portalMetrics.replicationLagLimitSeconds, 10),
      portal(portalMetrics.roleDrift, 0, 'region1'),
      portal(portalMetrics.roleDrift, 0, 'region2'),
      portal(portalMetrics.operationInDoubt, 0),
      portal(portalMetrics.lastDrillTimestampSeconds, 0),
      portal(portalMetrics.observationAgeSeconds, 2, 'region1'),
      portal(portalMetrics.observationAgeSeconds, 30, 'region2'),
    ],
    firing: [],
  },
  {
    situation: 'an idle link on which the last word grows old',
    series: [
      ...primary({ mutations: always(5000) }),
      ...replica({ link: { lastIo: `0+15x${STEPS}` } }),
    ],
    firing: [],
  },
  {
    situation: 'a cache that evicts and is full, as it is every day',
    series: [
      ...primary({ usedBytes: always(2 * 2 ** 30), evicted: `0+90x${STEPS}` }),
      ...replica({ usedBytes: always(2 * 2 ** 30) }),
    ],
    firing: [],
  },
  {
    situation: 'a full sync that ends in time',
    series: [
      ...primary({
        replicas: [
          { region: 'region2', state: 'full_sync', lag: '0x8 stale' },
          { region: 'region2', state: 'online', lag: '_x8 300x100' },
        ],
      }),
      ...replica({ link: { syncing: '1x8 0x100' } }),
    ],
    firing: [],
  },
  {
    situation: 'a planned move, the old primary scraped late',
    series: [
      ...primary({
        primary: '1x40 0x80',
        replicas: [{ region: 'region2', state: 'online', lag: '0x39 stale' }],
      }),
      ...replica({
        primary: '0x39 1x80',
        replicas: [{ region: 'region1', state: 'online', lag: '_x39 0x80' }],
        link: undefined,
      }),
    ],
    firing: [],
  },
  {
    situation: 'another cache of the same Prometheus in every kind of trouble',
    series: [
      ...primary(),
      ...replica(),
      ...serverSeries({ ...PRIMARY, cache: 'other', replicas: [] }),
      ...serverSeries({ ...PRIMARY, cache: 'other', region: 'region2' }),
    ],
    firing: [],
  },
];

/** One trouble each, with everything that follows from it. */
export const loudSituations: Situation[] = [
  {
    situation: 'nothing was ever scraped',
    series: [],
    firing: [['DragonflyMonitoringAbsent', undefined]],
  },
  {
    situation: 'the replica vanished and took its series along',
    series: [...primary({ replicas: [] }), ...replica({}, 20)],
    firing: [
      ['DragonflyMonitoringAbsent', 'region2'],
      ['DragonflyNoReplica', 'region1'],
    ],
  },
  {
    situation: 'the primary vanished',
    series: [...primary({}, 20), ...replica({ link: { status: '1x20 0x99' } })],
    firing: [
      ['DragonflyMonitoringAbsent', 'region1'],
      ['DragonflyNoPrimary', undefined],
      ['DragonflyLinkDown', 'region2'],
    ],
  },
  {
    situation: 'the primary hangs: its replica finds nothing wrong',
    series: [...primary({}, 20), ...replica()],
    firing: [
      ['DragonflyMonitoringAbsent', 'region1'],
      ['DragonflyNoPrimary', undefined],
    ],
  },
  {
    situation: 'the link is cut, seen from the replica’s side alone',
    series: replica({ link: { status: '1x20 0x99' } }),
    firing: [['DragonflyLinkDown', 'region2']],
  },
  {
    situation: 'replication stopped on purpose: the primary lists an attempt',
    series: [
      ...primary({
        replicas: [{ region: 'region2', state: 'preparation', lag: always(0) }],
      }),
      ...replica({ link: { status: always(0), lastIo: always(1795521104) } }),
    ],
    firing: [
      ['DragonflyLinkDown', 'region2'],
      ['DragonflyNoReplica', 'region1'],
    ],
  },
  {
    situation: 'a full sync that takes too long, with a lag of 0',
    series: [
      ...primary({
        replicas: [{ region: 'region2', state: 'full_sync', lag: always(0) }],
      }),
      ...replica({ link: { syncing: always(1) } }),
    ],
    firing: [['DragonflyFullSync', 'region2']],
  },
  {
    situation: 'full syncs that start over and over',
    series: [
      ...primary(),
      ...replica({ link: { reconnects: `0+1x${STEPS}` } }),
    ],
    firing: [['DragonflyResyncLoop', 'region2']],
  },
  {
    situation: 'an open link that carries nothing while somebody writes',
    series: [...primary(), ...replica({ link: { lastIo: `0+15x${STEPS}` } })],
    firing: [['DragonflyLinkSilent', 'region2']],
  },
  {
    situation: 'two primaries',
    series: [
      ...primary({ replicas: [] }),
      ...serverSeries({ ...PRIMARY, region: 'region2', replicas: [] }),
    ],
    firing: [
      ['DragonflyDualPrimary', undefined],
      ['DragonflyNoReplica', 'region1'],
      ['DragonflyNoReplica', 'region2'],
    ],
  },
  {
    situation: 'a takeover that failed: two replicas',
    series: [...primary({ primary: always(0), replicas: [] }), ...replica()],
    firing: [['DragonflyNoPrimary', undefined]],
  },
  {
    situation: 'more writes than the backlog can hold for a short cut',
    series: [...primary({ mutations: `0+600000x${STEPS}` }), ...replica()],
    firing: [['DragonflyBacklogHeadroom', 'region1']],
  },
  {
    situation: 'a replica with less memory',
    series: [...primary(), ...replica({ limitBytes: always(1.5 * 2 ** 30) })],
    firing: [['DragonflyReplicaSmaller', 'region2']],
  },
  {
    situation: 'memory beyond the data',
    series: [
      ...primary({ residentBytes: always(2.4 * 2 ** 30) }),
      ...replica(),
    ],
    firing: [['DragonflyResidentMemory', 'region1']],
  },
  {
    situation: 'a first refused write, a counter that was not there before',
    series: [...primary({ outOfMemory: '_x110 1x10' }), ...replica()],
    firing: [['DragonflyOutOfMemory', 'region1']],
  },
  {
    situation: 'two versions',
    series: [...primary(), ...replica({ version: 'df-v1.41.0' })].map(each => ({
      ...each,
      values: each.values.replace('x120', 'x300'),
    })),
    firing: [['DragonflyVersionSkew', undefined]],
    at: 70,
  },
  {
    situation: 'a certificate that nobody renewed',
    series: [
      ...primary(),
      ...replica(),
      {
        series:
          'certmanager_certificate_expiration_timestamp_seconds{name="sessions-tls", exported_namespace="databases"}',
        values: `${13 * DAY}x300`,
      },
    ].map(each => ({ ...each, values: each.values.replace('x120', 'x300') })),
    firing: [['DragonflyCertificateExpiry', undefined]],
    at: 70,
  },
  {
    situation: 'the portal measures too much lag',
    series: [
      ...primary(),
      ...replica(),
      portal(portalMetrics.replicationLagSeconds, 30, 'region2'),
      portal(portalMetrics.replicationLagLimitSeconds, 10),
    ],
    firing: [['DragonflyLagHigh', 'region2']],
  },
  {
    situation: 'a promotion that Git does not know yet',
    series: [
      ...primary(),
      ...replica(),
      portal(portalMetrics.roleDrift, 1, 'region1'),
      portal(portalMetrics.roleDrift, 0, 'region2'),
    ],
    firing: [['DragonflyRoleDrift', 'region1']],
  },
  {
    situation: 'a portal whose monitor stalls',
    series: [
      ...primary(),
      ...replica(),
      portal(portalMetrics.observationAgeSeconds, 61, 'region1'),
      portal(portalMetrics.observationAgeSeconds, 61, 'region2'),
    ],
    firing: [
      ['DragonflyPortalStalled', 'region1'],
      ['DragonflyPortalStalled', 'region2'],
    ],
  },
  {
    situation: 'an operation whose end nobody knows',
    series: [
      ...primary(),
      ...replica(),
      portal(portalMetrics.operationInDoubt, 1),
    ],
    firing: [['DragonflyPromotionInDoubt', undefined]],
  },
  {
    situation: 'a last drill long ago',
    series: [
      ...primary(),
      ...replica(),
      portal(portalMetrics.lastDrillTimestampSeconds, -91 * DAY),
    ].map(each => ({ ...each, values: each.values.replace('x120', 'x300') })),
    firing: [['DragonflyDrillOverdue', undefined]],
    at: 70,
  },
];

/** The same for a cache whose servers are independent and evict nothing. */
export const independentSituations: Situation[] = [
  {
    situation: 'two healthy primaries',
    series: [
      ...primary({ replicas: undefined }),
      ...primary({ region: 'region2', replicas: undefined }),
    ],
    firing: [],
  },
  {
    situation: 'a server that has become a replica',
    series: [
      ...primary({ replicas: undefined }),
      ...primary({
        region: 'region2',
        primary: always(0),
        replicas: undefined,
      }),
    ],
    firing: [['DragonflyUnexpectedReplica', 'region2']],
  },
  {
    situation: 'nearly full, with nothing to evict',
    series: primary({
      replicas: undefined,
      usedBytes: always(1.9 * 2 ** 30),
    }),
    firing: [['DragonflyMemoryHeadroom', 'region1']],
  },
  {
    situation: 'evictions where nothing may be evicted',
    series: primary({ replicas: undefined, evicted: '_x110 3x10' }),
    firing: [['DragonflyEvictionsUnexpected', 'region1']],
  },
];
