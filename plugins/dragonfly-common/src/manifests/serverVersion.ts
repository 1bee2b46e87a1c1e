const VERSION = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/;

/** The newest line of versions that the manifests were tried on; its flags are known from its binary. */
export const TRIED_VERSION = '1.40';

function isAtLeast(version: string, minor: number): boolean {
  const [, major, actual] = (VERSION.exec(version) ?? []).map(Number);
  return major > 1 || (major === 1 && actual >= minor);
}

/**
 * Tells whether the manifests can run on a server version. 1.40 brought `WAIT` for measuring lag, `/healthz` came
 * in 1.38, and a flag that a version does not know stops its start. Versions newer than the ones that were tried are
 * accepted, because security fixes must not wait; `isTriedServerVersion` tells them apart.
 */
export function isSupportedServerVersion(version: string): boolean {
  return isAtLeast(version, 40);
}

/** Tells whether the flags of a server version are known from its binary. */
export function isTriedServerVersion(version: string): boolean {
  return isAtLeast(version, 40) && !isAtLeast(version, 41);
}

/** Tells whether the server sizes its backlog by time and bytes; before, it counted records. */
export function keepsBacklogByTime(version: string): boolean {
  return isAtLeast(version, 41);
}
