/** A node whose last probe is older than this many intervals (and that probe's own duration) is stale. @public */
export const STALE_AFTER_INTERVALS = 3;

/**
 * How many probes in a row must run into a timeout, a lost connection or a failed name lookup before the node counts as
 * unreachable: one of them alone is as often the network's or the portal's own fault. A refused connection is an answer
 * of the server's machine and counts at once.
 */
export const FAILURES_BEFORE_UNREACHABLE = 2;

/** Part of the memory limit above which a server that refuses writes when full is under pressure. */
export const MEMORY_PRESSURE_SHARE = 0.9;

/** The same for a server that is under pressure already: it must fall well below, or the verdict would flap. */
export const MEMORY_PRESSURE_ENDS_SHARE = 0.85;

/** Part of the limit a lag that was too high must fall to before it counts as low again. */
export const LAG_HIGH_ENDS_SHARE = 0.8;

/** Times the link of a replica must have broken within the window to be called unstable, though it is up now. */
export const LINK_FLAPPING_BREAKS = 3;

/** Keys below which the share of those that expire says nothing. */
export const TTL_JUDGED_KEYS = 100;

/** Part of the keys that must expire where the use case sets a time to live. */
export const TTL_SHARE = 0.9;

/** A copy is wiped when the replica holds less than this part of its former keys after copying a restarted primary. */
export const KEPT_KEYS_SHARE = 0.5;

/** Full syncs begun within the window that make a loop, when each may have ended well. */
export const RESYNC_LOOP_STARTS = 3;

/** The same, when at least one of them is known to have broken off. */
export const RESYNC_LOOP_STARTS_AFTER_FAILURE = 2;

/** Silence on an open link, with data waiting to cross it, after which the link counts as silent. Seconds. */
export const LINK_SILENT_SECONDS = 30;

/**
 * Probes in a row whose WAIT ran into its timeout while the replica received nothing, after which the link counts as
 * silent.
 */
export const LINK_SILENT_WAIT_PROBES = 3;

/** Probes in a row whose WAIT ran into its timeout, after which the lag counts as unknown: one is a busy moment. */
export const LAG_UNKNOWN_WAIT_PROBES = 2;

/** WAIT of Dragonfly looks for acknowledgements every 100 ms, so its answer can be that much late. Seconds. */
export const WAIT_RESOLUTION_SECONDS = 0.1;
