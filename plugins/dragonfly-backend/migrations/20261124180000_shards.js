// @ts-check

/**
 * Who watches what: instances that are alive, the part of the fleet each of them holds, and what it knows of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('monitor_instances', table => {
    table.comment('Backend instances that take part in watching');
    table.string('id', 64).primary().comment('Chosen anew at every start');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Unix milliseconds by the clock of the database');
  });
  await knex.schema.createTable('monitor_shards', table => {
    table.comment('Parts of the fleet, each watched by one instance');
    table.integer('shard').primary();
    table
      .string('holder', 64)
      .notNullable()
      .comment('Id of the instance; empty for nobody');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Unix milliseconds by the clock of the database');
    table
      .boolean('offered')
      .notNullable()
      .comment('The holder wants another instance to take it at once');
    table
      .bigInteger('written_at')
      .nullable()
      .comment('When the states were written, Unix milliseconds');
    table
      .text('states', 'longtext')
      .nullable()
      .comment('JSON: what the holder knows of its caches, for the others');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitor_shards');
  await knex.schema.dropTable('monitor_instances');
};
