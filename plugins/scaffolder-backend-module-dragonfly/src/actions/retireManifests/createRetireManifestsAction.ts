import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { planRetirement } from 'backstage-plugin-dragonfly-common';
import { repositoryProblems } from '../../refusals/repositoryProblems';
import { applyToFolder, sourceFolder } from '../../workspace/applyToFolder';
import { readFolder } from '../../workspace/readFolder';
import { deletedOutput, folderInput, folderOutput } from '../folderSchema';
import { examples } from './createRetireManifestsAction.examples';

/**
 * The action `dragonfly:manifests:retire`: deletes what was generated for a cache, and nothing else.
 *
 * @public
 */
export function createRetireManifestsAction() {
  return createTemplateAction({
    id: 'dragonfly:manifests:retire',
    description:
      'Deletes the generated files of a Dragonfly cache, its record and its catalog entity; the files of others stay.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...folderInput,
        consumersMoved: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Says that no consumer uses the cache any more; without it, a cache with recorded consumers is kept',
            ),
      },
      output: { ...folderOutput, ...deletedOutput },
    },
    async handler(ctx) {
      const { consumersMoved, ...paths } = ctx.input;
      const folders = { ...paths, workspacePath: ctx.workspacePath };
      const files = await readFolder(sourceFolder(folders));
      const plan = planRetirement(files, { consumersMoved });
      if (!plan.ok) {
        throw repositoryProblems(paths.sourcePath ?? '.', plan.errors);
      }
      ctx.signal?.throwIfAborted();
      await applyToFolder(folders, plan);
      ctx.logger.info(
        `Deleted ${plan.delete.length} files, kept ${plan.kept.length}`,
      );
      ctx.output('changed', true);
      ctx.output(
        'paths',
        plan.write.map(({ path }) => path),
      );
      ctx.output('deleted', plan.delete);
      ctx.output('report', plan.report);
    },
  });
}
