/**
 * The keys the portal writes, several of them so that several shards get one. The prefix is what the access rules of
 * `docs/least-privilege.md` name.
 */
export const HEARTBEAT_KEYS: readonly string[] = Array.from(
  { length: 8 },
  (_, index) => `__dragonfly_portal:heartbeat:${index}`,
);

/** How long a key lives that is not written again, milliseconds. */
export const HEARTBEAT_LIFE_MS = 60_000;
