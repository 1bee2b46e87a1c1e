import { reasonDefinitions } from 'backstage-plugin-dragonfly-common';
import {
  count,
  list,
  moment,
  number,
  object,
  oneOf,
  ref,
  Schema,
  text,
  union,
} from './objects';

const observed = {
  observedAt: moment,
  ageSeconds: number,
  durationMs: number,
};

/** `CacheState` of dragonfly-common and what it is made of. */
export const stateSchemas: Record<string, Schema> = {
  Freshness: union('kind', { never: {}, fresh: observed, stale: observed }),
  Lag: union('kind', {
    time: {
      seconds: number,
      errorBoundSeconds: number,
      method: oneOf('offset-interpolation', 'wait-probe', 'heartbeat-key'),
    },
    'time-estimate': { seconds: number, method: oneOf('write-rate') },
    'at-least': {
      seconds: number,
      method: oneOf('offset-interpolation', 'wait-probe'),
    },
    'no-usable-copy': {
      because: oneOf('full-sync', 'never-synced', 'stopped', 'wiped'),
    },
    unknown: { because: text },
  }),
  LagAmount: union('kind', {
    records: { records: number, method: oneOf('reported-by-primary') },
    bytes: { bytes: number, method: oneOf('offset-difference') },
    unavailable: { because: text },
  }),
  ReplicaLag: object({
    time: ref('Lag'),
    amount: ref('LagAmount'),
    observedAt: moment,
  }),
  Exposure: union('kind', {
    'none-needed': { because: text },
    bounded: { lag: ref('Lag'), amount: ref('LagAmount') },
    everything: { because: text },
    unknown: { because: text },
  }),
  RestartForecast: union('kind', {
    'copies-again': { because: text },
    'kept-elsewhere': { because: text },
    lost: { because: text },
    unknown: { because: text },
  }),
  Reason: object({
    code: oneOf(...Object.keys(reasonDefinitions)),
    severity: oneOf('critical', 'degraded', 'unknown'),
    title: text,
    applicationsNotice: oneOf('yes', 'no', 'maybe'),
    actor: oneOf('application team', 'cache owner', 'platform team'),
    nextStep: text,
    message: text,
    'region?': text,
  }),
  NodeState: object({
    region: text,
    declaredRole: oneOf('primary', 'replica'),
    'observedRole?': oneOf('primary', 'replica'),
    probe: ref('Freshness'),
    'vantage?': text,
    'failure?': ref('ProbeFailure'),
    'facts?': ref('NodeFacts'),
    'factsObservedAt?': moment,
    'lag?': ref('ReplicaLag'),
    restart: ref('RestartForecast'),
  }),
  CacheState: object(
    {
      cache: ref('CacheDeclaration'),
      verdict: oneOf('healthy', 'degraded', 'critical', 'unknown'),
      reasons: list(ref('Reason')),
      nodes: list(ref('NodeState')),
      exposure: ref('Exposure'),
      assessedAt: moment,
      'maintenance?': ref('Maintenance'),
    },
    'Everything the portal says about one cache.',
  ),
  CacheList: object({
    items: list(ref('CacheState')),
    problems: list(ref('InventoryProblem')),
    'inventorySource?': ref('InventorySourceState'),
    'nextCursor?': text,
    'total?': count,
  }),
};
