export { CacheAccess } from './CacheAccess';
