import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { configProblems } from './configProblems';
import { normalizedRef } from './entityRefs';
import { referenceProblems } from './referenceProblems';
import { ParsedSettings, settingsSchema } from './schema';
import { toTemplate } from './toTemplate';
import { NodeTemplates, Settings } from './types';

const TIMEOUT_PER_INTERVAL = 0.75;

/**
 * Reads everything under `dragonfly` in app-config but the ADR's place.
 *
 * @throws InputError that names every key that is wrong, its value, what was expected and what to do
 */
export function readSettings(config: Config): Settings {
  const raw = config.getOptional('dragonfly') ?? {};
  const parsed = settingsSchema.safeParse(raw);
  const problems = parsed.success
    ? referenceProblems(parsed.data)
    : configProblems(parsed.error.issues, raw);
  if (!parsed.success || problems.length) {
    throw new InputError(problems.join('\n'));
  }
  return toSettings(parsed.data);
}

function toSettings(parsed: ParsedSettings): Settings {
  const { interval, timeout, regions, lag, lagThreshold, lagThresholds } =
    parsed.monitor;
  const { raw, minutes, hours } = parsed.history.retention;
  const { refreshInterval, source } = parsed.inventory;
  const credentials = new Map(Object.entries(parsed.credentials));
  return {
    manifests: {
      regions: Object.entries(parsed.regions).map(([name, region]) => ({
        ...region,
        name,
        title: region.title ?? name,
      })),
      ...parsed.manifests,
    },
    inventoryRefreshMs: refreshInterval,
    inventorySource: source && {
      location: source.location,
      refreshMs: source.refreshInterval,
    },
    monitor: {
      intervalMs: interval,
      timeoutMs: timeout ?? Math.round(interval * TIMEOUT_PER_INTERVAL),
      regions,
      lag: {
        positions: lag.positions,
        heartbeatIntervalMs: lag.heartbeat.enabled
          ? lag.heartbeat.interval
          : undefined,
      },
    },
    retention: { raw, minute: minutes, hour: hours },
    runbookUrl: parsed.runbook.url,
    lagThresholdSeconds: {
      standard: lagThreshold / 1000,
      byUseCase: Object.fromEntries(
        Object.entries(lagThresholds).map(([id, value]) => [id, value / 1000]),
      ),
    },
    credentials,
    profiles: new Map(
      Object.entries(parsed.profiles).map(([name, profile]) => [
        name,
        toTemplates(profile.nodes, credentials),
      ]),
    ),
    caches: new Map(
      Object.entries(parsed.caches).map(([name, cache]) => [
        name,
        {
          entityRef: cache.entityRef && normalizedRef(cache.entityRef),
          nodes: cache.nodes && toTemplates(cache.nodes, credentials),
        },
      ]),
    ),
  };
}

type ParsedNodes = ParsedSettings['profiles'][string]['nodes'];

function toTemplates(
  nodes: ParsedNodes,
  credentials: Settings['credentials'],
): NodeTemplates {
  return new Map(
    Object.entries(nodes).map(([region, node]) => [
      region,
      toTemplate(node, credentials),
    ]),
  );
}
