/** Eight hours: a maintenance that somebody forgot is over by the next day. @public */
export const LONGEST_MAINTENANCE_MINUTES = 480;

/** How long a maintenance lasts where nothing else is said. @public */
export const DEFAULT_MAINTENANCE_MINUTES = 60;

/** Characters of a note. @public */
export const LONGEST_MAINTENANCE_NOTE = 200;
