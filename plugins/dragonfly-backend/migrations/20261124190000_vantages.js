// @ts-check

/**
 * Who reaches what: the regions each instance states, and who probes a region for an instance that does not reach it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('monitor_instances', table => {
    table
      .text('regions')
      .nullable()
      .comment('JSON: names of the regions the instance reaches; null for all');
  });
  await knex.schema.createTable('monitor_vantages', table => {
    table.comment(
      'Regions of a part of the fleet that its holder does not reach, each probed by an instance that does',
    );
    table.integer('shard').notNullable();
    table.string('region', 63).notNullable();
    table
      .string('holder', 64)
      .notNullable()
      .comment('Id of the instance that probes; empty for nobody');
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
      .comment(
        'When the observations were written, Unix milliseconds by the clock of the database',
      );
    table
      .text('observations', 'longtext')
      .nullable()
      .comment('JSON: the newest observations, by cache');
    table.primary(['shard', 'region']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('monitor_vantages');
  await knex.schema.alterTable('monitor_instances', table => {
    table.dropColumn('regions');
  });
};
