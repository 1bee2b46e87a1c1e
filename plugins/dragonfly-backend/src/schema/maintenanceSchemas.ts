import {
  DEFAULT_MAINTENANCE_MINUTES,
  LONGEST_MAINTENANCE_MINUTES,
  LONGEST_MAINTENANCE_NOTE,
} from 'backstage-plugin-dragonfly-common';
import { moment, object, Schema, text } from './objects';

/** `Maintenance` and `MaintenanceRequest` of dragonfly-common. */
export const maintenanceSchemas: Record<string, Schema> = {
  Maintenance: object(
    {
      entityRef: text,
      startedAt: moment,
      until: moment,
      startedBy: text,
      'note?': text,
    },
    'A span of time in which nobody is notified of a cache.',
  ),
  MaintenanceRequest: object({
    'minutes?': {
      type: 'integer',
      description: `Minutes from now; ${DEFAULT_MAINTENANCE_MINUTES} when absent.`,
      minimum: 1,
      maximum: LONGEST_MAINTENANCE_MINUTES,
    },
    'note?': {
      type: 'string',
      description: 'One line without control characters.',
      maxLength: LONGEST_MAINTENANCE_NOTE,
    },
  }),
};
