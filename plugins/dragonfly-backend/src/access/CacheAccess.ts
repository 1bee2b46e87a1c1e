import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  cacheAnnotations,
  dragonflyCacheReadPermission,
  isCacheEntity,
} from 'backstage-plugin-dragonfly-common';
import { callerOf } from './callerOf';
import { Decisions, DecisionsOptions } from './Decisions';
import { Remembered } from './Remembered';

/**
 * A page that refreshes every few seconds, or a thousand questions about single caches, ask for the same decisions again and
 * again, and each costs the catalog and the permission backend more than the answer costs here. A decision is given out for
 * five seconds at the most; the ownership in a user's token, which it follows from, is as old as an hour.
 */
const REFRESH_AFTER_MS = 3_000;
const FORGET_AFTER_MS = 5_000;
const CALLERS = 200;

/** For so few caches nothing is found out about all the others. */
const FEW = 25;

interface Known {
  /** What was asked about. */
  asked: Set<string>;
  /** What of it the caller may know. */
  readable: Set<string>;
  /** What was answered about whole lists, for those who ask about the same list again. */
  answers: WeakMap<readonly string[], readonly string[]>;
}

interface RequestOptions {
  credentials: BackstageCredentials;
}

/**
 * What a caller may know of the caches: whoever may see a cache's entity in the catalog, and has the permission
 * `dragonfly.cache.read` on it, may know its state.
 */
export class CacheAccess {
  readonly #catalog: DecisionsOptions['catalog'];
  readonly #auth: AuthService;
  readonly #decisions: Decisions;
  readonly #known = Remembered.create<Known>({
    refreshAfterMs: REFRESH_AFTER_MS,
    forgetAfterMs: FORGET_AFTER_MS,
    limit: CALLERS,
  });

  static create(
    options: DecisionsOptions & { auth: AuthService },
  ): CacheAccess {
    return new CacheAccess(options);
  }

  private constructor(options: DecisionsOptions & { auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#decisions = Decisions.create(options);
  }

  /** Those of some caches that the caller may know of, in their order. The list must not be changed afterwards. */
  async readable(
    entityRefs: readonly string[],
    options: RequestOptions,
  ): Promise<readonly string[]> {
    const caller = callerOf(this.#auth, options.credentials);
    if (caller === undefined) {
      return this.#decisions.readable(entityRefs, options);
    }
    const known =
      entityRefs.length > FEW
        ? await this.#known.get(caller, () =>
            this.#findOut(entityRefs, options),
          )
        : this.#known.peek(caller);
    const answered = known?.answers.get(entityRefs);
    if (answered) {
      return answered;
    }
    const unknown = entityRefs.filter(ref => !known?.asked.has(ref));
    const found = new Set(await this.#decisions.readable(unknown, options));
    unknown.forEach(ref => known?.asked.add(ref));
    found.forEach(ref => known?.readable.add(ref));
    const readable = entityRefs.filter(
      ref => found.has(ref) || known?.readable.has(ref),
    );
    known?.answers.set(entityRefs, readable);
    return readable;
  }

  /**
   * Returns when the caller may know of a cache.
   *
   * @throws NotFoundError when the caller sees no such entity, or it is no cache; NotAllowedError without the permission
   */
  async assertReadable(
    entityRef: string,
    options: RequestOptions,
  ): Promise<void> {
    const caller = callerOf(this.#auth, options.credentials);
    if (caller && this.#known.peek(caller)?.readable.has(entityRef)) {
      return;
    }
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    assertCache(entityRef, entity);
    const permitted = await this.#decisions.permitted([entityRef], options);
    if (permitted.length === 0) {
      throw new NotAllowedError(
        `Permission "${dragonflyCacheReadPermission.name}" on ${entityRef} is needed to see the state of the cache; ask whoever administers the portal's permissions.`,
      );
    }
  }

  async #findOut(
    entityRefs: readonly string[],
    options: RequestOptions,
  ): Promise<Known> {
    // The references of the catalog's answer are equal texts, but others; those of the inventory are in memory anyway.
    const found = new Set(await this.#decisions.readable(entityRefs, options));
    return {
      asked: new Set(entityRefs),
      readable: new Set(entityRefs.filter(ref => found.has(ref))),
      answers: new WeakMap(),
    };
  }
}

function assertCache(entityRef: string, entity: Entity | undefined): void {
  if (!entity) {
    throw new NotFoundError(`Found no entity ${entityRef}.`);
  }
  if (!isCacheEntity(entity)) {
    throw new NotFoundError(
      `Entity ${entityRef} is no cache; expected kind Resource, spec.type "cache" and annotation "${cacheAnnotations.cache}".`,
    );
  }
}
