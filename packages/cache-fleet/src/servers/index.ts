export { findCacheServer } from './findCacheServer';
export { freePort } from './freePort';
export type {
  Address,
  CacheServer,
  Credentials,
  Flavour,
  Login,
} from './types';
