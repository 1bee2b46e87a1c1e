import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { preferWriteAheadLog } from './preferWriteAheadLog';

/** Connects to the plugin's database and brings its tables up to date; called once, shared by all who need it. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  await preferWriteAheadLog(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-dragonfly-backend',
        'migrations',
      ),
    });
  }
  return knex;
}
