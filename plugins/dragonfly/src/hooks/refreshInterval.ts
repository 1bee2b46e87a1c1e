/** Time from one refresh of what is live to the next, unless a caller wants another. */
export const DEFAULT_INTERVAL_MS = 2_500;
