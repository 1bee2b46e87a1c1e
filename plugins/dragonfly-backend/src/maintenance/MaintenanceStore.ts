import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { Knex } from 'knex';
import { z } from 'zod';

const COLUMNS = ['entity_ref', 'started_at', 'ends_at', 'started_by', 'note'];

const maintenanceRow = z.object({
  entity_ref: z.string(),
  // Postgres gives its large integers as text.
  started_at: z.coerce.number(),
  ends_at: z.coerce.number(),
  started_by: z.string(),
  note: z.string().nullable(),
});

function toMaintenance(row: unknown): Maintenance {
  const { entity_ref, started_at, ends_at, started_by, note } =
    maintenanceRow.parse(row);
  return {
    entityRef: entity_ref,
    startedAt: new Date(started_at).toISOString(),
    until: new Date(ends_at).toISOString(),
    startedBy: started_by,
    note: note ?? undefined,
  };
}

/** Declared maintenances, one for each cache. One is over at its end, whether or not its row is still there. */
export class MaintenanceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): MaintenanceStore {
    return new MaintenanceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The maintenances that are on, sorted by reference. */
  async active(now: number): Promise<Maintenance[]> {
    const rows: unknown[] = await this.#knex('cache_maintenance')
      .where('ends_at', '>', now)
      .orderBy('entity_ref')
      .select(COLUMNS);
    return rows.map(toMaintenance);
  }

  /** Declares a maintenance, in place of the one that the cache may have. */
  async put(maintenance: Maintenance): Promise<void> {
    const { entityRef, startedAt, until, startedBy, note } = maintenance;
    await this.#knex('cache_maintenance')
      .insert({
        entity_ref: entityRef,
        started_at: Date.parse(startedAt),
        ends_at: Date.parse(until),
        started_by: startedBy,
        // Not left out: what is replaced may have had a note.
        note: note ?? this.#knex.raw('null'),
      })
      .onConflict('entity_ref')
      .merge();
  }

  /** Ends what is on for a cache. Returns it; nothing when there was none, or another call has ended it. */
  async end(entityRef: string, now: number): Promise<Maintenance | undefined> {
    const rows: unknown[] = await this.#knex('cache_maintenance')
      .where({ entity_ref: entityRef })
      .where('ends_at', '>', now)
      .select(COLUMNS);
    return (await this.#remove(rows.map(toMaintenance)))[0];
  }

  /** Removes those that are over. Returns them, each to one caller only. */
  async removeOver(now: number): Promise<Maintenance[]> {
    const rows: unknown[] = await this.#knex('cache_maintenance')
      .where('ends_at', '<=', now)
      .select(COLUMNS);
    return this.#remove(rows.map(toMaintenance));
  }

  /** Removes these as they were read. Returns those that nobody else has removed or replaced meanwhile. */
  async #remove(maintenances: readonly Maintenance[]): Promise<Maintenance[]> {
    const removed: Maintenance[] = [];
    for (const maintenance of maintenances) {
      // SQLite does not say what it deletes, but how much.
      const count = await this.#knex('cache_maintenance')
        .where({
          entity_ref: maintenance.entityRef,
          started_at: Date.parse(maintenance.startedAt),
          ends_at: Date.parse(maintenance.until),
        })
        .delete();
      if (count > 0) {
        removed.push(maintenance);
      }
    }
    return removed;
  }
}
