export { Database } from './Database';
export { databaseNow } from './databaseNow';
