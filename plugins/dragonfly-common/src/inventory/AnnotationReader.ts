import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { cacheAnnotations } from '../annotations';
import { Topology } from '../manifests/types';
import { DNS_LABEL_EXPECTED, isDnsLabel } from './dnsLabel';
import { quote, quoteAll } from '../words/quote';
import { InventoryProblem } from './types';

const TOPOLOGIES: Record<Topology, Topology> = {
  replicated: 'replicated',
  independent: 'independent',
};

/** Reads one annotation after the other and collects what is wrong with them. */
export class AnnotationReader {
  readonly problems: InventoryProblem[] = [];
  readonly #entityRef: string;
  readonly #values: Record<string, string>;

  constructor(entity: Entity) {
    this.#entityRef = stringifyEntityRef(entity);
    this.#values = entity.metadata.annotations ?? {};
  }

  text(key: keyof typeof cacheAnnotations): string | undefined {
    const value = this.#values[cacheAnnotations[key]];
    if (value !== undefined && !value.trim()) {
      return this.#refuse(key, 'a name; remove the annotation to leave it out');
    }
    return value?.trim();
  }

  label(key: keyof typeof cacheAnnotations): string | undefined {
    const value = this.#values[cacheAnnotations[key]];
    if (value === undefined || isDnsLabel(value)) {
      return value;
    }
    return this.#refuse(key, DNS_LABEL_EXPECTED);
  }

  topology(): Topology | undefined {
    const value = this.#values[cacheAnnotations.topology];
    const topology = Object.values(TOPOLOGIES).find(known => known === value);
    if (value === undefined || topology) {
      return topology;
    }
    return this.#refuse(
      'topology',
      `one of ${quoteAll(Object.values(TOPOLOGIES))}`,
    );
  }

  regions(): string[] | undefined {
    const regions = this.#values[cacheAnnotations.regions]
      ?.split(',')
      .map(region => region.trim());
    if (
      !regions ||
      (regions.every(isDnsLabel) && new Set(regions).size === regions.length)
    ) {
      return regions;
    }
    return this.#refuse(
      'regions',
      'different region names separated by commas, for example "region1,region2"',
    );
  }

  primaryRegion(
    topology: Topology | undefined,
    regions: string[] | undefined,
  ): string | undefined {
    const primaryRegion = this.label('primaryRegion');
    if (primaryRegion && topology === 'independent') {
      return this.#refuse(
        'primaryRegion',
        'no such annotation, because every region of an "independent" cache holds a primary; remove it, or set the topology to "replicated"',
      );
    }
    if (primaryRegion && regions && !regions.includes(primaryRegion)) {
      return this.#refuse(
        'primaryRegion',
        `one of the regions of annotation "${cacheAnnotations.regions}": ${quoteAll(regions)}`,
      );
    }
    return primaryRegion;
  }

  #refuse(key: keyof typeof cacheAnnotations, expected: string): undefined {
    const annotation = cacheAnnotations[key];
    this.problems.push({
      code: 'INVALID_ANNOTATION',
      entityRef: this.#entityRef,
      message: `Annotation "${annotation}" of ${this.#entityRef} is ${quote(this.#values[annotation])}; expected ${expected}.`,
    });
  }
}
