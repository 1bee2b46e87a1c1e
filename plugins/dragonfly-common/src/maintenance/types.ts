/** A span of time in which nobody is notified of a cache, because somebody works on it. @public */
export interface Maintenance {
  /** Full reference of the cache's entity. */
  entityRef: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601; it ends by itself then. */
  until: string;
  /** Full reference of the user who declared it. */
  startedBy: string;
  note?: string;
}

/** What a person declares. @public */
export interface MaintenanceRequest {
  /** Whole minutes from now, 1 to {@link LONGEST_MAINTENANCE_MINUTES}. */
  minutes: number;
  /** One line, at most {@link LONGEST_MAINTENANCE_NOTE} characters. */
  note?: string;
}
