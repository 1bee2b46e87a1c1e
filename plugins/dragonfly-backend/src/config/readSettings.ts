import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { configProblems } from './configProblems';
import { ParsedSettings, settingsSchema } from './schema';
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
  return {
    manifests: {
      regions: Object.entries(parsed.regions).map(([name, region]) => ({
        ...region,
        name,
        title: region.title ?? name,
      })),
      ...parsed.manifests,
    },
    inventoryRefreshMs: parsed.inventory.refreshInterval,
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
    lagThresholdSeconds: {
      standard: lagThreshold / 1000,
      byUseCase: Object.fromEntries(
        Object.entries(lagThresholds).map(([id, value]) => [id, value / 1000]),
      ),
    },
    profiles: new Map(
      Object.entries(parsed.profiles).map(([name, profile]) => [
        name,
        toTemplates(profile.nodes),
      ]),
    ),
    caches: new Map(
      Object.entries(parsed.caches).map(([name, cache]) => [
        name,
        {
          entityRef: cache.entityRef && normalizedRef(cache.entityRef),
          nodes: cache.nodes && toTemplates(cache.nodes),
        },
      ]),
    ),
  };
}

type ParsedNodes = ParsedSettings['profiles'][string]['nodes'];

function toTemplates(nodes: ParsedNodes): NodeTemplates {
  return new Map(Object.entries(nodes));
}

function normalizedRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    return undefined;
  }
}

/** What refers to something that is not there. */
function referenceProblems(parsed: ParsedSettings): string[] {
  const regions = Object.keys(parsed.regions);
  const known = regions.join(', ') || 'none yet';
  const nodesByKey: Array<[string, ParsedNodes | undefined]> = [
    ...Object.entries(parsed.profiles).map(
      ([name, { nodes }]): [string, ParsedNodes] => [
        `dragonfly.profiles.${name}.nodes`,
        nodes,
      ],
    ),
    ...Object.entries(parsed.caches).map(
      ([name, { nodes }]): [string, ParsedNodes | undefined] => [
        `dragonfly.caches.${name}.nodes`,
        nodes,
      ],
    ),
  ];
  const unknownRegions = nodesByKey.flatMap(([key, nodes = {}]) =>
    Object.keys(nodes)
      .filter(region => !regions.includes(region))
      .map(
        region =>
          `${key} has a node in region "${region}"; expected one of the regions in dragonfly.regions: ${known}. Correct the name or add the region to app-config.`,
      ),
  );
  const badRefs = Object.entries(parsed.caches).flatMap(
    ([name, { entityRef }]) =>
      entityRef && !normalizedRef(entityRef)
        ? [
            `dragonfly.caches.${name}.entityRef is ${JSON.stringify(entityRef)}; expected a full entity reference such as resource:default/${name}. Correct it in app-config.`,
          ]
        : [],
  );
  const unreachable = (parsed.monitor.regions ?? [])
    .filter(region => !regions.includes(region))
    .map(
      region =>
        `dragonfly.monitor.regions has "${region}"; expected one of the regions in dragonfly.regions: ${known}. Correct the name or add the region to app-config.`,
    );
  return [...unreachable, ...unknownRegions, ...badRefs];
}
