// @ts-check

/**
 * History of caches: the newest samples as they come (ticks), everything older packed by cache and span, and events.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_caches', table => {
    table.comment(
      'Caches that history knows, so that its rows need no long name',
    );
    table.increments('id').comment('Short name of the cache in other tables');
    table
      .string('entity_ref', 255)
      .notNullable()
      .unique()
      .comment('Full reference of the catalog entity');
  });
  await knex.schema.createTable('history_ticks', table => {
    table.comment(
      'One row for all samples an instance took at one moment; packed and deleted minutes later',
    );
    table.increments('id').comment('Order of insertion');
    table.bigInteger('at').notNullable().index().comment('Unix milliseconds');
    table
      .text('samples', 'longtext')
      .notNullable()
      .comment('JSON: sample by id of the cache');
  });
  await knex.schema.createTable('history_chunks', table => {
    table.comment('Samples, minutes and hours of one cache, packed by span');
    table
      .integer('cache_id')
      .notNullable()
      .references('id')
      .inTable('history_caches')
      .onDelete('CASCADE');
    table.string('resolution', 6).notNullable().comment('raw, minute or hour');
    table
      .bigInteger('start')
      .notNullable()
      .comment('Start of the span, Unix milliseconds');
    table.binary('data').notNullable().comment('Deflated JSON');
    table.primary(['cache_id', 'resolution', 'start']);
    table.index(['resolution', 'start']);
  });
  await knex.schema.createTable('history_events', table => {
    table.comment('What happened to caches');
    table.bigIncrements('id').comment('Order of events, and cursor');
    table
      .integer('cache_id')
      .notNullable()
      .references('id')
      .inTable('history_caches')
      .onDelete('CASCADE');
    table.bigInteger('at').notNullable().index().comment('Unix milliseconds');
    table.string('kind', 40).notNullable();
    table.string('region', 63).nullable();
    table.text('message').notNullable();
    table.text('details').notNullable().comment('JSON: text by key');
    table.index(['cache_id', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('history_events');
  await knex.schema.dropTable('history_chunks');
  await knex.schema.dropTable('history_ticks');
  await knex.schema.dropTable('history_caches');
};
