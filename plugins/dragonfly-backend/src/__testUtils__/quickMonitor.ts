export const INTERVAL_MS = 250;
export const TIMEOUT_MS = 200;

/** What a busy machine may take beyond what the monitor promises. */
const SLACK_MS = 800;

/** Two polls and a timeout: by then a node that died must be seen. */
export const NOTICED_MS = 2 * INTERVAL_MS + TIMEOUT_MS + SLACK_MS;

/** The longest back-off, and the probe itself: by then a node that came back must be seen. */
export const RETURNED_MS = 3 * INTERVAL_MS + TIMEOUT_MS + SLACK_MS;

/** Config of a monitor that is quick enough for tests. */
export const quickMonitor = {
  interval: { milliseconds: INTERVAL_MS },
  timeout: { milliseconds: TIMEOUT_MS },
};
