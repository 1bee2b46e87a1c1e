import { Policy } from '../policy/types';
import { resolveCache } from './spec/resolveCache';
import { CacheSpec, FieldError, ManifestSettings } from './types';

/** Outcome of checking a cache request. @public */
export type CacheSpecResult =
  { ok: true; spec: CacheSpec } | { ok: false; errors: FieldError[] };

/**
 * Checks anything as a cache request, against the policy and the platform team's settings. Never throws.
 *
 * @param input - data from outside, for example a request body
 * @returns the request with its references in lower case, or one error per offending field. Fields that start with
 * `settings.` or `policy.` name what the platform team or the ADR's authors have to correct.
 * @public
 */
export function validateCacheSpec(
  input: unknown,
  policy: Policy,
  settings: ManifestSettings,
): CacheSpecResult {
  const resolution = resolveCache(input, policy, settings);
  return resolution.ok ? { ok: true, spec: resolution.cache.spec } : resolution;
}
