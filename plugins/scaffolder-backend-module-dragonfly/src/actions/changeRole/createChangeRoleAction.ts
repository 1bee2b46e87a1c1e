import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { changeRole } from 'backstage-plugin-dragonfly-common';
import { repositoryProblems } from '../../refusals/repositoryProblems';
import { applyToFolder, sourceFolder } from '../../workspace/applyToFolder';
import { readFolder } from '../../workspace/readFolder';
import { folderInput, folderOutput } from '../folderSchema';
import { examples } from './createChangeRoleAction.examples';

/**
 * The action `dragonfly:role:change`: declares another region as the primary's in the manifests of a replicated cache,
 * with the smallest difference.
 *
 * @remarks
 * Running it again changes nothing. Where the folder is not what it must be, nothing is written, and the error says what
 * was found in which file.
 *
 * @public
 */
export function createChangeRoleAction() {
  return createTemplateAction({
    id: 'dragonfly:role:change',
    description:
      'Makes a promotion durable: declares another region as the primary’s in role files, write Services and the catalog entity of a Dragonfly cache.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...folderInput,
        to: z =>
          z.string().describe('Region that is to be declared as the primary’s'),
      },
      output: {
        ...folderOutput,
        from: z =>
          z.string().describe('Region that was declared as the primary’s'),
        to: z => z.string().describe('Region that is declared now'),
      },
    },
    async handler(ctx) {
      const { to, ...paths } = ctx.input;
      const folders = { ...paths, workspacePath: ctx.workspacePath };
      const files = await readFolder(sourceFolder(folders));
      const result = changeRole(files, { to });
      if (!result.ok) {
        throw repositoryProblems(paths.sourcePath ?? '.', result.errors);
      }
      ctx.signal?.throwIfAborted();
      await applyToFolder(folders, { write: result.changed, delete: [] });
      ctx.logger.info(
        result.unchanged
          ? `The primary is declared in "${to}" already; nothing was changed`
          : `The primary is declared in "${to}" instead of "${result.from}"; changed ${result.changed.length} files`,
      );
      ctx.output('changed', !result.unchanged);
      ctx.output('from', result.from);
      ctx.output('to', result.to);
      ctx.output(
        'paths',
        result.changed.map(({ path }) => path),
      );
      ctx.output('report', result.report);
    },
  });
}
