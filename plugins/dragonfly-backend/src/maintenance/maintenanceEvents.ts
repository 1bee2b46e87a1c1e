import { Maintenance, NewCacheEvent } from 'backstage-plugin-dragonfly-common';

/** An event of the cache's history, with the cache it belongs to. */
export interface MaintenanceEvent {
  entityRef: string;
  event: NewCacheEvent;
}

function eventOf(
  maintenance: Maintenance,
  event: {
    at: string;
    kind: 'maintenance-started' | 'maintenance-ended';
    message: string;
    details?: Record<string, string>;
  },
): MaintenanceEvent {
  const { entityRef, startedBy, until } = maintenance;
  const details = { startedBy, until, ...event.details };
  return { entityRef, event: { ...event, details } };
}

/** Somebody has declared a maintenance, or replaced one. */
export function startedEvent(maintenance: Maintenance): MaintenanceEvent {
  const { startedAt, startedBy, until, note } = maintenance;
  return eventOf(maintenance, {
    at: startedAt,
    kind: 'maintenance-started',
    message: `${startedBy} has declared a maintenance until ${until}${note ? `: ${note}` : '.'}`,
  });
}

/** Somebody has ended a maintenance before its time. */
export function endedEvent(
  maintenance: Maintenance,
  end: { at: number; endedBy: string },
): MaintenanceEvent {
  const { startedBy, until } = maintenance;
  return eventOf(maintenance, {
    at: new Date(end.at).toISOString(),
    kind: 'maintenance-ended',
    message: `${end.endedBy} has ended the maintenance that ${startedBy} had declared until ${until}.`,
    details: { endedBy: end.endedBy },
  });
}

/** The time of a maintenance is over. */
export function overEvent(maintenance: Maintenance): MaintenanceEvent {
  const { startedBy, until } = maintenance;
  return eventOf(maintenance, {
    at: until,
    kind: 'maintenance-ended',
    message: `The maintenance that ${startedBy} had declared until ${until} is over.`,
  });
}
