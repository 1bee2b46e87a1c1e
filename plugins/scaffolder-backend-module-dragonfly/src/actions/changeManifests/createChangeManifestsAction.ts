import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  planRegeneration,
  recordedSpec,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { version as generatorVersion } from 'backstage-plugin-dragonfly-common/package.json';
import { dragonflyClient } from '../../policy/dragonflyClient';
import { logPolicy } from '../../policy/logPolicy';
import { readPolicy } from '../../policy/readPolicy';
import { fieldErrors } from '../../refusals/fieldErrors';
import { repositoryProblems } from '../../refusals/repositoryProblems';
import { refuseDefects } from '../../validation';
import { applyToFolder, sourceFolder } from '../../workspace/applyToFolder';
import { readFolder } from '../../workspace/readFolder';
import { changedRequest } from './changedRequest';
import { examples } from './createChangeManifestsAction.examples';
import { inputSchema, outputSchema } from './schema';

/** What {@link createChangeManifestsAction} needs of its host. @public */
export interface ChangeManifestsActionOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
}

/**
 * The action `dragonfly:manifests:change`: makes the manifests of a cache anew from its own record, a change of it and
 * the policy in force, with the smallest difference.
 *
 * @remarks
 * The primary stays where the files say it is. A generated file that somebody edited stops the action, unless it is asked
 * to overwrite it. Whatever goes wrong, nothing is written.
 *
 * @public
 */
export function createChangeManifestsAction(
  options: ChangeManifestsActionOptions,
) {
  const { auth, catalog, discovery } = options;
  const dragonfly = dragonflyClient(discovery);

  return createTemplateAction({
    id: 'dragonfly:manifests:change',
    description:
      'Makes the manifests of an existing Dragonfly cache anew: resized, with other consumers or regions, or as the policy is now.',
    examples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const {
        overwriteEdited,
        policyRevision,
        sourcePath,
        targetPath,
        ...answers
      } = ctx.input;
      const { workspacePath } = ctx;
      const folders = { sourcePath, targetPath, workspacePath };
      const credentials = await ctx.getInitiatorCredentials();
      const files = await readFolder(sourceFolder(folders));
      const recorded = recordedSpec(files);
      if (!recorded.ok) {
        throw repositoryProblems(sourcePath ?? '.', recorded.errors);
      }
      const spec = await changedRequest(recorded.spec, answers, {
        catalog,
        credentials,
      });
      const document = await readPolicy({
        dragonfly,
        auth,
        credentials,
        expectedRevision: policyRevision,
      });
      logPolicy(ctx.logger, document);
      const { policy, settings } = document;
      const rendered = renderManifests(spec, policy, settings, {
        policyRevision: document.revision,
        generatorVersion,
      });
      if (!rendered.ok) {
        throw fieldErrors(rendered.errors);
      }
      await refuseDefects(
        {
          rendered,
          files: rendered.files,
          request: spec,
          policy,
          settings,
        },
        ctx.logger,
      );
      const plan = planRegeneration(files, rendered, { overwriteEdited });
      if (!plan.ok) {
        throw repositoryProblems(sourcePath ?? '.', plan.errors);
      }
      ctx.signal?.throwIfAborted();
      await applyToFolder(folders, plan);
      ctx.logger.info(
        plan.unchanged
          ? 'The files are up to date; nothing was changed'
          : `${rendered.summary}: wrote ${plan.write.length} files, deleted ${plan.delete.length}`,
      );
      for (const path of plan.overwritten) {
        ctx.logger.warn(`Dropped what somebody had edited in "${path}"`);
      }
      ctx.output('changed', !plan.unchanged);
      ctx.output(
        'paths',
        plan.write.map(({ path }) => path),
      );
      ctx.output('deleted', plan.delete);
      ctx.output('restart', plan.restart.kind);
      ctx.output('policyRevision', document.revision);
      ctx.output('report', plan.report);
    },
  });
}
