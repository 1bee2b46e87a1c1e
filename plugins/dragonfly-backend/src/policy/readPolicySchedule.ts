import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { seconds: 50 },
  initialDelay: { minutes: 1 },
};

/** When the ADR is read again. Every backend instance holds its own copy of the policy, so each reads by itself. */
export function readPolicySchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const configured = config.getOptionalConfig('dragonfly.adr.schedule');
  const schedule = configured
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
    : DEFAULT_SCHEDULE;
  return { ...schedule, scope: 'local' };
}
