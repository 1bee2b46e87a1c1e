export {
  createLocateCacheAction,
  type LocateCacheActionOptions,
} from './createLocateCacheAction';
