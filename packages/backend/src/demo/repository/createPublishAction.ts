import {
  DiscoveryService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { DemoRepository } from './DemoRepository';

/** Scaffolder action `demo:repository:publish`: commits generated files to the demo's local Git repository. */
export function createPublishAction(options: {
  discovery: DiscoveryService;
  repository: DemoRepository;
}) {
  return createTemplateAction({
    id: 'demo:repository:publish',
    description:
      'Commits a folder of the workspace to the main branch of the demo portal’s local Git repository.',
    supportsDryRun: true,
    schema: {
      input: {
        sourcePath: z =>
          z.string().describe('Folder of the workspace to publish'),
        folder: z =>
          z
            .string()
            .regex(/^[a-z0-9][a-z0-9-]*$/)
            .describe('Folder of the repository to publish it to'),
        message: z => z.string().describe('Commit message'),
      },
      output: {
        commit: z => z.string().describe('Hash of the commit'),
        catalogInfoUrl: z =>
          z.string().describe('URL of the published catalog-info.yaml'),
      },
    },
    async handler(context) {
      const { sourcePath, folder, message } = context.input;
      const sourceFolder = resolveSafeChildPath(
        context.workspacePath,
        sourcePath,
      );
      if (context.isDryRun) {
        context.logger.info(`Would commit "${sourcePath}" to "${folder}"`);
        return;
      }
      const { commit } = await options.repository.publish({
        sourceFolder,
        folder,
        message,
      });
      context.logger.info(`Committed to folder "${folder}" as ${commit}`);
      const baseUrl =
        await options.discovery.getExternalBaseUrl('demo-repository');
      context.output('commit', commit);
      context.output(
        'catalogInfoUrl',
        `${baseUrl}/files/${folder}/catalog-info.yaml`,
      );
    },
  });
}
