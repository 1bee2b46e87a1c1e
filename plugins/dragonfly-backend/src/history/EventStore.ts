import { InputError } from '@backstage/errors';
import {
  CacheEvent,
  EventPage,
  NewCacheEvent,
} from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { HistoryCaches } from './HistoryCaches';

const eventRow = z.object({
  id: z.coerce.string(),
  at: z.coerce.number(),
  kind: z.enum([
    'verdict-changed',
    'reason-appeared',
    'reason-cleared',
    'role-changed',
    'server-restarted',
    'full-sync-started',
    'full-sync-ended',
    'maintenance-started',
    'maintenance-ended',
  ]),
  region: z.string().nullable(),
  message: z.string(),
  details: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.string())),
});

function toEvent(row: unknown): CacheEvent {
  const { id, at, kind, region, message, details } = eventRow.parse(row);
  return {
    id,
    at: new Date(at).toISOString(),
    kind,
    region: region ?? undefined,
    message,
    details,
  };
}

/** What happened to caches, in the order it was seen. */
export class EventStore {
  readonly #knex: Knex;
  readonly #caches: HistoryCaches;

  static create(options: { knex: Knex; caches: HistoryCaches }): EventStore {
    return new EventStore(options.knex, options.caches);
  }

  private constructor(knex: Knex, caches: HistoryCaches) {
    this.#knex = knex;
    this.#caches = caches;
  }

  /** Appends events of caches, by entity reference, in the order given. */
  async append(
    events: readonly { entityRef: string; event: NewCacheEvent }[],
  ): Promise<void> {
    if (events.length === 0) {
      return;
    }
    const ids = await this.#caches.idsOf(this.#knex, [
      ...new Set(events.map(({ entityRef }) => entityRef)),
    ]);
    await this.#knex.batchInsert(
      'history_events',
      events.flatMap(({ entityRef, event }) => {
        const cacheId = ids.get(entityRef);
        return cacheId === undefined
          ? []
          : [
              {
                cache_id: cacheId,
                at: Date.parse(event.at),
                kind: event.kind,
                region: event.region,
                message: event.message,
                details: JSON.stringify(event.details),
              },
            ];
      }),
      50,
    );
  }

  /**
   * Events of one cache, newest first.
   *
   * @param query - `cursor` is the `nextCursor` of the page before
   * @throws InputError for a cursor that is none
   */
  async page(query: {
    entityRef: string;
    cursor?: string;
    limit: number;
  }): Promise<EventPage> {
    const { entityRef, cursor, limit } = query;
    if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) {
      throw new InputError(
        `Query parameter "cursor" is ${JSON.stringify(cursor.slice(0, 40))}; expected the "nextCursor" of an earlier answer. Leave it out to begin with the newest event.`,
      );
    }
    const cacheId = await this.#caches.idOf(this.#knex, entityRef);
    if (cacheId === undefined) {
      return { items: [] };
    }
    const rows: unknown[] = await this.#knex('history_events')
      .where({ cache_id: cacheId })
      .modify(builder => {
        if (cursor !== undefined) builder.where('id', '<', cursor);
      })
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .select('id', 'at', 'kind', 'region', 'message', 'details');
    const items = rows.slice(0, limit).map(toEvent);
    return {
      items,
      nextCursor: rows.length > limit ? items.at(-1)?.id : undefined,
    };
  }

  /** Deletes events from before a moment. Returns how many. */
  async prune(before: number): Promise<number> {
    return this.#knex('history_events').where('at', '<', before).delete();
  }
}
