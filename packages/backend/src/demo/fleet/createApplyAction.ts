import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { FleetControlClient } from 'cache-fleet';

/** Scaffolder action `demo:fleet:apply`: starts the servers that generated manifests describe, on this machine. */
export function createApplyAction(options: {
  fleet: Pick<FleetControlClient, 'apply'>;
}) {
  return createTemplateAction({
    id: 'demo:fleet:apply',
    description:
      'Starts the cache servers that generated manifests describe on the demo portal’s own machine, as a cluster would.',
    supportsDryRun: true,
    schema: {
      input: {
        sourcePath: z =>
          z.string().describe('Folder of the workspace with the manifests'),
      },
    },
    async handler(context) {
      const { sourcePath } = context.input;
      const folder = resolveSafeChildPath(context.workspacePath, sourcePath);
      if (context.isDryRun) {
        context.logger.info(`Would start the servers of "${sourcePath}"`);
        return;
      }
      context.logger.info('Rendering the overlays and starting the servers');
      const applied = await options.fleet.apply(folder);
      for (const { argument, reason } of applied.untranslated) {
        context.logger.info(`Left out ${argument}: ${reason}`);
      }
      context.logger.info(
        applied.started.length > 0
          ? `Started ${applied.started.join(' and ')}; the cache is ready`
          : 'The servers already run as the manifests say',
      );
    },
  });
}
