export { startPostgres, type PostgresServer } from './startPostgres';
