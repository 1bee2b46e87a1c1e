import { LoggerService } from '@backstage/backend-plugin-api';
import { PolicyDocument } from 'backstage-plugin-dragonfly-common';

/** Says under which policy the files are made, and what its reader should know about it. */
export function logPolicy(
  logger: LoggerService,
  { policy, problems, refusedRevision, revision, source }: PolicyDocument,
): void {
  logger.info(
    `Using the policy "${policy.title}", revision "${revision}", read from "${source}"`,
  );
  if (policy.status.value !== 'accepted') {
    logger.warn(
      `The policy is marked as ${policy.status.value} (line ${policy.status.line})`,
    );
  }
  if (refusedRevision) {
    logger.warn(
      `A newer text of the policy, revision "${refusedRevision}", could not be read; the older one stays in force`,
    );
  }
  for (const { message } of problems) {
    logger.warn(`Policy: ${message}`);
  }
}
