import { normalizedRef } from './entityRefs';
import { ParsedSettings } from './schema';

type ParsedNodes = ParsedSettings['profiles'][string]['nodes'];

/** What in the config refers to something that is not there. */
export function referenceProblems(parsed: ParsedSettings): string[] {
  return [
    ...unknownMonitorRegions(parsed),
    ...unknownNodeRegions(parsed),
    ...unusableCredentials(parsed),
    ...badEntityRefs(parsed),
  ];
}

function nodesByKey(parsed: ParsedSettings): Array<[string, ParsedNodes]> {
  return [
    ...Object.entries(parsed.profiles).map(
      ([name, { nodes }]): [string, ParsedNodes] => [
        `dragonfly.profiles.${name}.nodes`,
        nodes,
      ],
    ),
    ...Object.entries(parsed.caches).map(
      ([name, { nodes = {} }]): [string, ParsedNodes] => [
        `dragonfly.caches.${name}.nodes`,
        nodes,
      ],
    ),
  ];
}

function regionsOf(parsed: ParsedSettings) {
  const regions = Object.keys(parsed.regions);
  return { regions, known: regions.join(', ') || 'none yet' };
}

function unknownNodeRegions(parsed: ParsedSettings): string[] {
  const { regions, known } = regionsOf(parsed);
  return nodesByKey(parsed).flatMap(([key, nodes]) =>
    Object.keys(nodes)
      .filter(region => !regions.includes(region))
      .map(
        region =>
          `${key} has a node in region "${region}"; expected one of the regions in dragonfly.regions: ${known}. Correct the name or add the region to app-config.`,
      ),
  );
}

function unknownMonitorRegions(parsed: ParsedSettings): string[] {
  const { regions, known } = regionsOf(parsed);
  return (parsed.monitor.regions ?? [])
    .filter(region => !regions.includes(region))
    .map(
      region =>
        `dragonfly.monitor.regions has "${region}"; expected one of the regions in dragonfly.regions: ${known}. Correct the name or add the region to app-config.`,
    );
}

function unusableCredentials(parsed: ParsedSettings): string[] {
  const credentials = new Map(Object.entries(parsed.credentials));
  const known = [...credentials.keys()].join(', ') || 'none yet';
  return nodesByKey(parsed).flatMap(([key, nodes]) =>
    Object.entries(nodes).flatMap(([region, { credentials: name, tls }]) => {
      if (name === undefined) {
        return [];
      }
      const found = credentials.get(name);
      if (!found) {
        return `${key}.${region}.credentials is ${JSON.stringify(name)}; expected one of the entries of dragonfly.credentials: ${known}. Correct the name or add the entry to app-config.`;
      }
      return found.caFile && !tls
        ? `${key}.${region}.credentials is ${JSON.stringify(name)}, which has a "caFile"; expected "tls: true" beside it. Set it, or name an entry of dragonfly.credentials without one.`
        : [];
    }),
  );
}

function badEntityRefs(parsed: ParsedSettings): string[] {
  return Object.entries(parsed.caches).flatMap(([name, { entityRef }]) =>
    entityRef && !normalizedRef(entityRef)
      ? [
          `dragonfly.caches.${name}.entityRef is ${JSON.stringify(entityRef)}; expected a full entity reference such as resource:default/${name}. Correct it in app-config.`,
        ]
      : [],
  );
}
