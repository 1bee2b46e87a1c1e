import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  cacheAnnotations,
  DragonflyCacheDocument,
} from 'backstage-plugin-dragonfly-common';
import { CacheHealth } from './HealthReader';

/** What is known of a cache before it is put into words. */
export type CacheFacts = Omit<
  DragonflyCacheDocument,
  'title' | 'text' | 'location' | 'authorization'
>;

/**
 * A cache in words, so that typing its name, its team, its use case, a region or what is wrong with it finds it.
 */
export function cacheText(
  entity: Entity,
  facts: CacheFacts,
  health: CacheHealth | undefined,
): string {
  const { name, title, description, annotations } = entity.metadata;
  const cacheName = annotations?.[cacheAnnotations.cache];
  const useCaseId = annotations?.[cacheAnnotations.useCase];
  const codes = [
    ...(health?.state?.reasons ?? []).map(
      reason => `${reason.title} (${reason.code})`,
    ),
    ...(health?.problems ?? []).map(problem => problem.code),
  ];
  return [
    `Dragonfly cache ${distinct([cacheName, name, title])}`,
    description,
    facts.owner && `Owner: ${withBareName(facts.owner)}`,
    facts.system && `System: ${withBareName(facts.system)}`,
    facts.useCase && `Use case: ${distinct([facts.useCase, useCaseId])}`,
    facts.regions.length > 0 && `Regions: ${facts.regions.join(', ')}`,
    `Verdict: ${facts.verdict}`,
    ...codes,
    ...facts.reasons,
  ]
    .flatMap(part => (part ? [/[.!?]$/.test(part) ? part : `${part}.`] : []))
    .join(' ');
}

/** `identity (group:default/identity)`: search engines take the full reference for one word. */
function withBareName(entityRef: string): string {
  return `${parseEntityRef(entityRef).name} (${entityRef})`;
}

function distinct(words: (string | undefined)[]): string {
  return [...new Set(words.filter(word => word))].join(', ');
}
