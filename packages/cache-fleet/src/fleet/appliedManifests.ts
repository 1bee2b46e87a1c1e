import { ConflictError, InputError } from '@backstage/errors';
import { join } from 'node:path';
import {
  AppliedNode,
  appliedRecipe,
  CacheManifests,
  findStartGuard,
  RegionManifests,
  replicationSources,
  SecretValues,
  untranslatedOf,
  UntranslatedArgument,
} from '../apply';
import { requireClient } from '../servers/serverClient';
import { FleetCache } from './fleetCache';
import { FleetLink } from './fleetLink';
import { networkOf } from './networkOf';
import { startNodes } from './startNodes';
import { StartContext } from './types';

/** What {@link Fleet.apply} did. @public */
export interface ApplyResult {
  cache: FleetCache;
  /** Settings of the manifests that the server at hand does not have, and parts of the pod that are not started. */
  untranslated: UntranslatedArgument[];
  /** Regions whose server this call started: all at first; later those whose pod template changed, if it rolls. */
  started: string[];
  /** Regions whose server runs with what was applied before, and gets the new at its next restart. */
  pendingRestart: string[];
}

/** Manifests together with the Secrets they expect. */
export class AppliedManifests {
  readonly #manifests: CacheManifests;
  readonly #secrets: ReadonlyMap<string, SecretValues>;
  readonly #context: StartContext;
  /** From which region each region's server replicates. */
  readonly #sources: ReadonlyMap<string, string | undefined>;

  /**
   * @param secrets - every value the manifests refer to, by region
   * @throws InputError when the manifests describe no cache
   */
  constructor(
    manifests: CacheManifests,
    secrets: ReadonlyMap<string, SecretValues>,
    context: StartContext,
  ) {
    this.#manifests = manifests;
    this.#secrets = secrets;
    this.#context = context;
    this.#sources = replicationSources(manifests, secrets);
  }

  /** Starts a server for each region. */
  async start(): Promise<ApplyResult> {
    const { name, entityRef } = this.#manifests;
    const primaries = this.#regionsWhere(source => source === undefined);
    const replicas = this.#regionsWhere(source => source !== undefined);
    if (replicas.length > 0 && primaries.length !== 1) {
      throw new InputError(
        `The manifests of cache "${name}" make ${primaries.length} primaries (${primaries.join(', ')}) and ${replicas.length} replicas; expected one primary, or no replica.`,
      );
    }
    if (this.#manifests.regions.some(each => findStartGuard(each.workload))) {
      await requireClient(this.#context.server);
    }
    const parts = await startNodes({
      regions: [...primaries, ...replicas],
      linked: replicas.length > 0,
      recipeOf: (region, links) => appliedRecipe(this.#node(region, links)),
      log: this.#context.log,
      fronts: false,
    });
    const cache = new FleetCache({
      name,
      entityRef: entityRef ?? `resource:default/${name}`,
      topology: this.#topology,
      ...parts,
    });
    return {
      cache,
      untranslated: this.#untranslated(cache),
      started: cache.regions,
      pendingRestart: [],
    };
  }

  /**
   * Brings running servers to these manifests as a cluster would: a changed role file or Secret restarts nothing, a
   * changed pod template restarts only what is updated by rolling.
   */
  async update(cache: FleetCache): Promise<ApplyResult> {
    this.#checkSameShape(cache);
    const started: string[] = [];
    const pendingRestart: string[] = [];
    for (const node of cache.nodes) {
      const recipe = appliedRecipe(this.#node(node.region, cache.links));
      const running = node.revision;
      await node.redefine(recipe);
      const changed = running?.template !== recipe.revision?.template;
      const { workload } = this.#ofRegion(node.region);
      if (changed && workload.updateStrategy === 'rolling') {
        await node.restart({ empty: true });
        started.push(node.region);
      } else if (changed || running?.files !== recipe.revision?.files) {
        pendingRestart.push(node.region);
      }
    }
    return {
      cache,
      untranslated: this.#untranslated(cache),
      started,
      pendingRestart,
    };
  }

  get #topology(): FleetCache['topology'] {
    return [...this.#sources.values()].some(Boolean)
      ? 'replicated'
      : 'independent';
  }

  #regionsWhere(matches: (source: string | undefined) => boolean): string[] {
    return this.#manifests.regions
      .map(({ region }) => region)
      .filter(region => matches(this.#sources.get(region)));
  }

  #ofRegion(region: string): RegionManifests {
    const found = this.#manifests.regions.find(each => each.region === region);
    if (!found) {
      throw new Error(
        `The manifests of cache "${this.#manifests.name}" have no region "${region}".`,
      );
    }
    return found;
  }

  #node(region: string, links: readonly FleetLink[]): AppliedNode {
    const { server, directory, guardDeadlineSeconds } = this.#context;
    return {
      server,
      directory: join(directory, this.#manifests.name, region),
      manifests: this.#ofRegion(region),
      secrets: this.#secrets.get(region) ?? {},
      network: networkOf(links, region),
      source: this.#sources.get(region),
      guardDeadlineSeconds,
    };
  }

  #untranslated(cache: FleetCache): UntranslatedArgument[] {
    return cache.regions.flatMap(region =>
      untranslatedOf(this.#node(region, cache.links)),
    );
  }

  #checkSameShape(cache: FleetCache): void {
    const shapeOf = (topology: string, regions: string[]) =>
      `${topology} in ${[...regions].sort().join(', ')}`;
    const running = shapeOf(cache.topology, cache.regions);
    const wanted = shapeOf(
      this.#topology,
      this.#manifests.regions.map(({ region }) => region),
    );
    if (running !== wanted) {
      throw new ConflictError(
        `Cache "${cache.name}" runs ${running}, the manifests make it ${wanted}; stop the cache before you apply them.`,
      );
    }
  }
}
