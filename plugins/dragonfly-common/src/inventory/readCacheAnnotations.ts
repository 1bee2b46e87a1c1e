import { Entity } from '@backstage/catalog-model';
import { Topology } from '../manifests/types';
import { AnnotationReader } from './AnnotationReader';
import { InventoryProblem } from './types';

/** What the annotations of a cache entity say. An annotation with a problem is absent. @public */
export interface CacheAnnotations {
  name?: string;
  profile?: string;
  useCase?: string;
  topology?: Topology;
  regions?: string[];
  primaryRegion?: string;
}

/** @public */
export interface CacheAnnotationsResult {
  annotations: CacheAnnotations;
  /** All of code `INVALID_ANNOTATION`; empty when everything could be read. */
  problems: InventoryProblem[];
}

/**
 * Reads the annotations of a cache entity and says of each that cannot be used what was expected. It judges the entity
 * alone: whether a region, a profile or a use case exists is for `declareCaches`.
 *
 * @public
 */
export function readCacheAnnotations(entity: Entity): CacheAnnotationsResult {
  const reader = new AnnotationReader(entity);
  const name = reader.label('cache');
  const topology = reader.topology();
  const regions = reader.regions();
  const annotations: CacheAnnotations = {
    name,
    profile: reader.text('profile'),
    useCase: reader.label('useCase'),
    topology,
    regions,
    primaryRegion: reader.primaryRegion(topology, regions),
  };
  return { annotations, problems: reader.problems };
}
