/** Unix time at which a certificate of cert-manager ends, in seconds; exported by cert-manager. */
export const CERTIFICATE_EXPIRY =
  'certmanager_certificate_expiration_timestamp_seconds';

/**
 * 1 for every region whose server has been seen since the rules run, kept while it is silent: without a memory, a
 * server that vanishes together with its series would look like one that never existed.
 */
export const REGION_SEEN = 'cache_region:dragonfly_master:seen';
