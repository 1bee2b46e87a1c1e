export { Database } from './Database';
