// @ts-check

/**
 * Caches that somebody works on, of which nobody is notified meanwhile.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cache_maintenance', table => {
    table.comment('Declared maintenances, at most one for each cache');
    table
      .string('entity_ref', 255)
      .primary()
      .comment('Full reference of the catalog entity');
    table.bigInteger('started_at').notNullable().comment('Unix milliseconds');
    table
      .bigInteger('ends_at')
      .notNullable()
      .index()
      .comment('Unix milliseconds; a row from before now is over');
    table
      .string('started_by', 255)
      .notNullable()
      .comment('Full reference of the user');
    table.text('note').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cache_maintenance');
};
