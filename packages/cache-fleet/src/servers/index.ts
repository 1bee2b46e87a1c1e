export { findCacheServer } from './findCacheServer';
export type {
  Address,
  CacheServer,
  Credentials,
  Flavour,
  Login,
} from './types';
