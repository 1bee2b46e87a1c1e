const VERSION = /^v?(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/;

/**
 * Tells whether the manifests can run on a server version. 1.40 brought `WAIT` for measuring lag, `/healthz` came
 * in 1.38, and a flag that a version does not know stops its start.
 */
export function isSupportedServerVersion(version: string): boolean {
  const [, major, minor] = (VERSION.exec(version) ?? []).map(Number);
  return major > 1 || (major === 1 && minor >= 40);
}
