import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  CacheState,
  DragonflyApi,
  InventoryProblem,
} from 'backstage-plugin-dragonfly-common';

/** What the dragonfly backend says about one cache entity. */
export interface CacheHealth {
  /** Absent when the cache is not watched. */
  state?: CacheState;
  /** Why its declaration, or a part of it, is refused. */
  problems: InventoryProblem[];
}

/** Reads the health of caches for one run of the collator. A backend that does not answer costs the health, never the run. */
export class HealthReader {
  readonly #dragonfly: Pick<DragonflyApi, 'getCaches'>;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  #answering = true;

  constructor(options: {
    dragonfly: Pick<DragonflyApi, 'getCaches'>;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#dragonfly = options.dragonfly;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** Health by entity reference; empty when the backend does not answer. */
  async read(entityRefs: string[]): Promise<Map<string, CacheHealth>> {
    // A backend that is down stays unasked for the rest of the run, so that waiting for it does not add up.
    if (!this.#answering || entityRefs.length === 0) {
      return new Map();
    }
    try {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'dragonfly',
      });
      const { items, problems } = await this.#dragonfly.getCaches(
        { entityRefs },
        { token },
      );
      return new Map(
        entityRefs.map(entityRef => {
          const state = items.find(
            ({ cache }) => cache.entityRef === entityRef,
          );
          return [
            entityRef,
            {
              state,
              // The list also tells an owner who else claims the cache's name, which says nothing about the cache.
              problems:
                state?.cache.problems ??
                problems.filter(problem => problem.entityRef === entityRef),
            },
          ];
        }),
      );
    } catch (error) {
      this.#answering = false;
      this.#logger.warn(
        'The dragonfly backend did not say how the caches are; the caches not yet indexed in this run get the verdict "unknown"',
        { error: stringifyError(error) },
      );
      return new Map();
    }
  }
}
