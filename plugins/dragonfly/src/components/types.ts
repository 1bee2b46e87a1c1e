/**
 * Ties two clocks together, so that ages can be told without comparing the portal's clock with the browser's:
 * what the portal called `assessedAt` was at most as old as the answer that arrived at `receivedAt`.
 */
export interface Reading {
  /** When the backend judged, ISO 8601 by its clock. */
  assessedAt: string;
  /** When its answer arrived, Unix milliseconds by the browser's clock. */
  receivedAt: number;
}
