/** A request that takes longer is given up, so that a hanging backend is reported and asked again. */
export const REQUEST_TIMEOUT_MS = 10_000;
