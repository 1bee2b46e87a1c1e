import { Knex } from 'knex';

/** Rows of one statement; SQLite takes no more than 500 in one. */
const ROWS_AT_ONCE = 100;

/** Ids of caches in the tables of history, remembered so that each is looked up once. */
export class HistoryCaches {
  readonly #ids = new Map<string, number>();

  /** Ids of these caches; those that history does not know yet get one. */
  async idsOf(
    knex: Knex,
    entityRefs: readonly string[],
  ): Promise<Map<string, number>> {
    const unknown = entityRefs.filter(ref => !this.#ids.has(ref));
    for (let i = 0; i < unknown.length; i += ROWS_AT_ONCE) {
      const added = unknown.slice(i, i + ROWS_AT_ONCE);
      await knex('history_caches')
        .insert(added.map(ref => ({ entity_ref: ref })))
        .onConflict('entity_ref')
        .ignore();
      await this.#read(knex, added);
    }
    return new Map(
      entityRefs.flatMap(ref => {
        const id = this.#ids.get(ref);
        return id === undefined ? [] : [[ref, id] as const];
      }),
    );
  }

  /** Id of a cache; undefined when history has never heard of it. */
  async idOf(knex: Knex, entityRef: string): Promise<number | undefined> {
    if (!this.#ids.has(entityRef)) {
      await this.#read(knex, [entityRef]);
    }
    return this.#ids.get(entityRef);
  }

  async #read(knex: Knex, entityRefs: readonly string[]): Promise<void> {
    const rows = await knex<{ id: number; entity_ref: string }>(
      'history_caches',
    )
      .whereIn('entity_ref', entityRefs)
      .select('id', 'entity_ref');
    for (const row of rows) {
      this.#ids.set(row.entity_ref, row.id);
    }
  }
}
