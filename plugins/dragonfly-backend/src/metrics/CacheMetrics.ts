import {
  MetricsService,
  MetricAttributes,
} from '@backstage/backend-plugin-api/alpha';
import {
  CacheState,
  NodeState,
  Observation,
  Verdict,
} from 'backstage-plugin-dragonfly-common';

/** Verdicts as numbers, the worse the higher, so that an alert can compare them. */
const VERDICT_VALUES: Record<Verdict, number> = {
  healthy: 0,
  unknown: 1,
  degraded: 2,
  critical: 3,
};

/** From a server in the same rack to one that never answers; the usual buckets are made for milliseconds. */
const PROBE_SECONDS = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

type Value = { value: number; attributes: MetricAttributes };

function ofNodes(
  state: CacheState,
  valuesOf: (node: NodeState) => Value[],
): Value[] {
  return state.nodes.flatMap(node =>
    valuesOf(node).map(({ value, attributes }) => ({
      value,
      attributes: {
        cache: state.cache.name,
        region: node.region,
        ...attributes,
      },
    })),
  );
}

function ofCache(state: CacheState, value: number | undefined): Value[] {
  return value === undefined
    ? []
    : [{ value, attributes: { cache: state.cache.name } }];
}

function lagSeconds(node: NodeState): Value[] {
  const time = node.lag?.time;
  return time && 'seconds' in time
    ? [{ value: time.seconds, attributes: { method: time.method } }]
    : [];
}

function lagAmount(node: NodeState): Value[] {
  const amount = node.lag?.amount;
  switch (amount?.kind) {
    case 'records':
      return [{ value: amount.records, attributes: { unit: 'records' } }];
    case 'bytes':
      return [{ value: amount.bytes, attributes: { unit: 'bytes' } }];
    default:
      return [];
  }
}

function connectedReplicas({ facts }: NodeState): Value[] {
  if (facts?.replication.role !== 'primary') return [];
  const { connectedReplicas: counted, replicas } = facts.replication;
  return [{ value: counted ?? replicas.length, attributes: {} }];
}

function usedMemory({ facts }: NodeState): Value[] {
  return facts?.memory
    ? [{ value: facts.memory.usedBytes, attributes: {} }]
    : [];
}

function roleDrift({ declaredRole, observedRole }: NodeState): Value[] {
  return observedRole
    ? [{ value: observedRole === declaredRole ? 0 : 1, attributes: {} }]
    : [];
}

function exposureSeconds({ exposure }: CacheState): number | undefined {
  if (exposure.kind === 'everything') return Number.POSITIVE_INFINITY;
  return exposure.kind === 'bounded' && 'seconds' in exposure.lag
    ? exposure.lag.seconds
    : undefined;
}

function ageSeconds({ probe }: NodeState): Value[] {
  return probe.kind === 'never'
    ? []
    : [{ value: probe.ageSeconds, attributes: {} }];
}

/**
 * What the portal knows, as metrics of the platform's metrics service: the ADR's three names with the values they were
 * meant to have, and the portal's own.
 */
export class CacheMetrics {
  readonly #probeDuration;
  readonly #probeFailures;

  readonly #metrics: MetricsService;

  static create(options: { metrics: MetricsService }): CacheMetrics {
    return new CacheMetrics(options.metrics);
  }

  private constructor(metrics: MetricsService) {
    this.#metrics = metrics;
    this.#probeDuration = metrics.createHistogram(
      'dragonfly.portal.probe.duration.seconds',
      {
        description: 'How long a probe took',
        unit: 's',
        advice: { explicitBucketBoundaries: PROBE_SECONDS },
      },
    );
    this.#probeFailures = metrics.createCounter(
      'dragonfly.portal.probe.failures',
      { description: 'Probes that got no facts', unit: '{probe}' },
    );
  }

  /**
   * Has these states observed whenever the metrics are collected.
   *
   * @param isMaintained - whether a cache, by its entity reference, is under maintenance now
   */
  expose(
    states: () => Promise<ReadonlyMap<string, CacheState>>,
    isMaintained: (entityRef: string) => boolean,
  ): void {
    const metrics = this.#metrics;
    const gauge = (
      name: string,
      description: string,
      unit: string,
      valuesOf: (state: CacheState) => Value[],
    ) =>
      metrics
        .createObservableGauge(name, { description, unit })
        .addCallback(async result => {
          const observed = await states();
          for (const state of observed.values()) {
            for (const { value, attributes } of valuesOf(state)) {
              result.observe(value, attributes);
            }
          }
        });

    // Exporters may or may not append the unit to a name. One that ends with its unit is the same either way; the ADR's
    // name for memory does not, so it goes without.
    gauge(
      'dragonfly_connected_replicas',
      'Replicas that the primary lists (the ADR’s name)',
      '{replica}',
      state => ofNodes(state, connectedReplicas),
    );
    gauge(
      'dragonfly_replication_lag',
      'How far a replica is behind, in the unit that the label says (the ADR’s name)',
      '{unit}',
      state => ofNodes(state, lagAmount),
    );
    gauge(
      'dragonfly_used_memory',
      'Bytes of memory of the data set (the ADR’s name)',
      '',
      state => ofNodes(state, usedMemory),
    );
    gauge(
      'dragonfly.portal.replication.lag.seconds',
      'Seconds a replica is behind, by the method that the label says',
      's',
      state => ofNodes(state, lagSeconds),
    );
    gauge(
      'dragonfly.portal.replication.lag.limit.seconds',
      'Seconds of lag from which a cache is degraded',
      's',
      state => ofCache(state, state.cache.lagThresholdSeconds),
    );
    gauge(
      'dragonfly.portal.role.drift',
      '1 where a server answers in another role than Git declares, else 0',
      '{server}',
      state => ofNodes(state, roleDrift),
    );
    gauge(
      'dragonfly.portal.exposure.seconds',
      'Seconds of writes that the loss of the primary’s region would cost now; infinite for everything',
      's',
      state => ofCache(state, exposureSeconds(state)),
    );
    gauge(
      'dragonfly.portal.verdict',
      '0 healthy, 1 unknown, 2 degraded, 3 critical',
      '{verdict}',
      state => ofCache(state, VERDICT_VALUES[state.verdict]),
    );
    gauge(
      'dragonfly.portal.reason',
      '1 for every reason of a verdict',
      '{reason}',
      state =>
        state.reasons.map(({ code, region }) => ({
          value: 1,
          attributes: {
            cache: state.cache.name,
            code,
            ...(region ? { region } : {}),
          },
        })),
    );
    gauge(
      'dragonfly.portal.maintenance',
      '1 while a cache is under maintenance',
      '{cache}',
      state =>
        ofCache(state, isMaintained(state.cache.entityRef) ? 1 : undefined),
    );
    gauge(
      'dragonfly.portal.observation.age.seconds',
      'Seconds since the last probe of a node',
      's',
      state => ofNodes(state, ageSeconds),
    );
  }

  /** Counts one probe. */
  count(observation: Observation): void {
    const { region, outcome, durationMs } = observation;
    this.#probeDuration.record(durationMs / 1000, { region, outcome });
    if (observation.outcome === 'failed') {
      this.#probeFailures.add(1, { region, kind: observation.failure.kind });
    }
  }
}
