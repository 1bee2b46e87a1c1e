export {
  appliedRecipe,
  untranslatedOf,
  type AppliedNode,
} from './appliedRecipe';
export { completeSecrets } from './completeSecrets';
export { mergeSecrets } from './mergeSecrets';
export { readManifests } from './readManifests';
export { renderKustomize } from './renderKustomize';
export { replicationSources } from './replicationSources';
export type {
  CacheManifests,
  RegionManifests,
  SecretValues,
  UntranslatedArgument,
} from './types';
