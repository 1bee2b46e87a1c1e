import { setTimeout as sleep } from 'node:timers/promises';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';

const POLL_MS = 250;
const DEADLINE_MS = 30_000;

/**
 * Scaffolder action `demo:catalog:await-entity`: waits until the catalog has read a registered entity, which takes it a
 * moment, so that the link on the result page never leads to "not found".
 */
export function createAwaitEntityAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  /** Milliseconds; 30,000 when absent. */
  deadlineMs?: number;
}) {
  const { catalog, deadlineMs = DEADLINE_MS } = options;
  return createTemplateAction({
    id: 'demo:catalog:await-entity',
    description: 'Waits until a registered entity can be seen in the catalog.',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Reference of the entity'),
      },
    },
    async handler(context) {
      const { entityRef } = context.input;
      if (context.isDryRun) {
        context.logger.info('Would wait for the entity');
        return;
      }
      const credentials = await context.getInitiatorCredentials();
      const deadline = Date.now() + deadlineMs;
      while (!(await catalog.getEntityByRef(entityRef, { credentials }))) {
        if (Date.now() > deadline) {
          throw new Error(
            `The catalog did not have ${entityRef} after ${
              deadlineMs / 1000
            } s; see its log for what kept it from reading the entity.`,
          );
        }
        await sleep(POLL_MS, undefined, { signal: context.signal });
      }
      context.logger.info(`${entityRef} is in the catalog`);
    },
  });
}
