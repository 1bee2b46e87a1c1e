export { CertificateAuthority } from './certificates/CertificateAuthority';
export { issueCertificates } from './certificates/issueCertificates';
export { type AppliedNode } from './launch/appliedNode';
export { appliedRecipe } from './launch/appliedRecipe';
export { untranslatedOf } from './launch/untranslated';
export { type LocalNetwork } from './localAddresses';
export { readManifests } from './read/readManifests';
export { renderKustomize } from './read/renderKustomize';
export { replicationSources } from './replicationSources';
export { completeSecrets } from './secrets/completeSecrets';
export { mergeSecrets } from './secrets/mergeSecrets';
export { findStartGuard } from './startGuard';
export type {
  CacheManifests,
  RegionManifests,
  SecretValues,
  UntranslatedArgument,
} from './types';
