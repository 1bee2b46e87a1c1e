/**
 * Whether a Node version can run the portal: 22, or 24 below 24.19. From 24.19 on, better-sqlite3 12 aborts the
 * process when a database is closed.
 */
export function isSupportedNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 22 || (major === 24 && minor < 19);
}
