export { BestEffort } from './BestEffort';
export { Database } from './Database';
export { databaseNow } from './databaseNow';
