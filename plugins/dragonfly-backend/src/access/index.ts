export { CacheAccess } from './CacheAccess';
export { Remembered } from './Remembered';
