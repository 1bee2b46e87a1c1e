import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ForwardedError } from '@backstage/errors';

const CONFIG_KEY = 'search.collators.dragonfly';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 3 },
};

/** What app-config says about the documents. */
export interface CollatorConfig {
  locationTemplate: string;
  includeHealth: boolean;
}

/** Reads `search.collators.dragonfly` but its schedule. */
export function readCollatorConfig(root: Config): CollatorConfig {
  const config = root.getOptionalConfig(CONFIG_KEY);
  return {
    locationTemplate:
      config?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name/cache',
    includeHealth: config?.getOptionalBoolean('includeHealth') ?? true,
  };
}

/** Reads `search.collators.dragonfly.schedule`; every 10 minutes when it is absent. */
export function readCollatorSchedule(
  root: Config,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = root.getOptionalConfig(`${CONFIG_KEY}.schedule`);
  if (!schedule) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule);
  } catch (error) {
    throw new ForwardedError(
      `"${CONFIG_KEY}.schedule" in app-config is no valid schedule`,
      error,
    );
  }
}
