import {
  assess,
  CacheDeclaration,
  CacheState,
  factsFromInfo,
  NodeFacts,
  Observation,
  ObservationWindow,
} from 'backstage-plugin-dragonfly-common';
import { FleetCache } from '../fleetCache';
import { FleetNode } from '../fleetNode';

const INTERVAL_MS = 500;

/** Looks at a replicated cache as the portal does: polls every node, keeps what it saw, and judges it. */
export class Watching {
  readonly #cache: FleetCache;
  readonly #declaration: CacheDeclaration;
  #window: ObservationWindow;

  constructor(cache: FleetCache, primaryRegion: string) {
    this.#cache = cache;
    this.#declaration = {
      name: cache.name,
      entityRef: cache.entityRef,
      topology: cache.topology,
      nodes: cache.regions.map(region => ({
        region,
        declaredRole: region === primaryRegion ? 'primary' : 'replica',
      })),
      lagThresholdSeconds: 10,
      problems: [],
    };
    this.#window = {
      observations: {},
      watchedSince: Date.now(),
      intervalMs: INTERVAL_MS,
    };
  }

  /** Polls every node once and judges. */
  async poll(): Promise<CacheState> {
    for (const node of this.#cache.nodes) {
      const seen = this.#window.observations[node.region] ?? [];
      const observation = await this.#observe(node, lastFacts(seen));
      this.#window.observations[node.region] = [...seen, observation];
    }
    return assess(this.#declaration, this.#window, new Date());
  }

  async #observe(
    node: FleetNode,
    previous: NodeFacts | undefined,
  ): Promise<Observation> {
    const { region } = node;
    const startedAt = Date.now();
    const when = () => ({
      region,
      observedAt: Date.now(),
      durationMs: Date.now() - startedAt,
    });
    try {
      const replies = await node.ask(async client => ({
        replication: await client.info('replication'),
        server: await client.info('server'),
        keyspace: await client.info('keyspace'),
      }));
      const facts = factsFromInfo(replies, previous);
      return facts.ok
        ? { ...when(), outcome: 'answered', facts: facts.value }
        : { ...when(), outcome: 'failed', failure: facts.failure };
    } catch (error) {
      const message = String(error);
      return {
        ...when(),
        outcome: 'failed',
        failure: { kind: 'refused', message },
      };
    }
  }
}

function lastFacts(observations: Observation[]): NodeFacts | undefined {
  const answered = observations.findLast(each => each.outcome === 'answered');
  return answered?.outcome === 'answered' ? answered.facts : undefined;
}
