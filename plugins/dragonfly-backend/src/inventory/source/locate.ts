import {
  CacheSettings,
  NodeTemplates,
  Settings,
  toTemplate,
} from '../../config';
import { shownKey } from './entryProblems';
import { SourceCache, SourceNode, SourceProfile } from './types';

/** What an entry comes to with the settings in force, or what it refers to that they do not have. */
export type Located<Value> =
  { ok: true; value: Value } | { ok: false; problems: string[] };

/** Finds where the nodes of a cache of the source are. */
export function locateCache(
  name: string,
  { entityRef, nodes }: SourceCache,
  settings: Settings,
): Located<CacheSettings> {
  const key = `caches.${shownKey(name)}`;
  if (settings.caches.has(name)) {
    return alsoInConfig(key);
  }
  const problems = nodesProblems(key, nodes, settings);
  return problems.length
    ? { ok: false, problems }
    : { ok: true, value: { entityRef, nodes: toTemplates(nodes, settings) } };
}

/** Finds where the nodes of a profile of the source are. */
export function locateProfile(
  name: string,
  { nodes }: SourceProfile,
  settings: Settings,
): Located<NodeTemplates> {
  const key = `profiles.${shownKey(name)}`;
  if (settings.profiles.has(name)) {
    return alsoInConfig(key);
  }
  const problems = nodesProblems(key, nodes, settings);
  return problems.length
    ? { ok: false, problems }
    : { ok: true, value: toTemplates(nodes, settings) };
}

function alsoInConfig(key: string): { ok: false; problems: string[] } {
  return {
    ok: false,
    problems: [
      `${key} is in the inventory source and, as dragonfly.${key}, in app-config, which wins. Remove one of them.`,
    ],
  };
}

function toTemplates(
  nodes: Record<string, SourceNode>,
  { credentials }: Settings,
): NodeTemplates {
  return new Map(
    Object.entries(nodes).map(([region, node]) => [
      region,
      toTemplate(node, credentials),
    ]),
  );
}

function nodesProblems(
  key: string,
  nodes: Record<string, SourceNode>,
  settings: Settings,
): string[] {
  return Object.entries(nodes).flatMap(([region, node]) => [
    ...regionProblems(key, region, settings),
    ...credentialsProblems(`${key}.nodes.${region}`, node, settings),
  ]);
}

function regionProblems(
  key: string,
  region: string,
  { manifests }: Settings,
): string[] {
  const regions = manifests.regions.map(({ name }) => name);
  return regions.includes(region)
    ? []
    : [
        `${key}.nodes has a node in region "${region}"; expected one of the regions in dragonfly.regions: ${regions.join(', ') || 'none yet'}. Correct the name or add the region to app-config.`,
      ];
}

// The name is not shown: it is the one place of the document where somebody might put a password after all.
function credentialsProblems(
  key: string,
  { credentials: name, tls }: SourceNode,
  { credentials }: Settings,
): string[] {
  if (name === undefined) {
    return [];
  }
  const found = credentials.get(name);
  if (!found) {
    return [
      `${key}.credentials names no entry of dragonfly.credentials in app-config. Correct the name or add the entry to app-config.`,
    ];
  }
  return found.caFile && !tls
    ? [
        `${key}.credentials names an entry of dragonfly.credentials with a "caFile"; expected "tls: true" beside it. Set it, or name an entry without one.`,
      ]
    : [];
}
