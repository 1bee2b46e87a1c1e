import {
  CacheDeclaration,
  cacheAnnotations,
  DEFAULT_PROFILE,
  isDnsLabel,
} from 'backstage-plugin-dragonfly-common';
import { Entity } from '@backstage/catalog-model';
import { Settings } from '../config';
import { NodeTarget, toTarget } from './NodeTarget';

/** A declared cache and where its nodes are reached. */
export interface WatchedCache {
  declaration: CacheDeclaration;
  /** By region; a declared region that app-config has no node for is absent. */
  targets: Map<string, NodeTarget>;
}

/**
 * Finds where the declared nodes of a cache are. Hosts come from app-config only: the entity contributes a name that
 * is a DNS label, and the name of a profile.
 */
export function toWatchedCache(
  declaration: CacheDeclaration,
  entity: Entity,
  settings: Settings,
): WatchedCache {
  const { name, nodes } = declaration;
  const profile =
    entity.metadata.annotations?.[cacheAnnotations.profile]?.trim() ??
    DEFAULT_PROFILE;
  const templates =
    settings.caches.get(name)?.nodes ?? settings.profiles.get(profile);
  const targets = new Map<string, NodeTarget>();
  for (const { region } of isDnsLabel(name) ? nodes : []) {
    const template = templates?.get(region);
    if (template) {
      targets.set(region, toTarget(template, name));
    }
  }
  return { declaration: withAccess(declaration, targets), targets };
}

/** Adds how each node is reached, as far as it may be known outside: whether by TLS and a password, not where. */
function withAccess(
  declaration: CacheDeclaration,
  targets: Map<string, NodeTarget>,
): CacheDeclaration {
  return {
    ...declaration,
    nodes: declaration.nodes.map(node => {
      const target = targets.get(node.region);
      return target
        ? {
            ...node,
            access: {
              tls: target.tls,
              password: Boolean(target.password ?? target.passwordFile),
            },
          }
        : node;
    }),
  };
}
