import { posix } from 'node:path';
import {
  AuthService,
  DiscoveryService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  cacheSpecOfAnswers,
  isCustomFile,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { version as generatorVersion } from 'backstage-plugin-dragonfly-common/package.json';
import { resolveConsumers } from '../../consumers/resolveConsumers';
import { dragonflyClient } from '../../policy/dragonflyClient';
import { logPolicy } from '../../policy/logPolicy';
import { readPolicy } from '../../policy/readPolicy';
import { fieldErrors } from '../../refusals/fieldErrors';
import { refuseDefects } from '../../validation';
import { writeFiles } from '../../workspace/writeFiles';
import { readCatalogInfo, withSourceTemplate } from './catalogInfo';
import { examples } from './createGenerateManifestsAction.examples';
import { refuseTakenName } from './refuseTakenName';
import { report } from './report';
import { inputSchema, outputSchema } from './schema';

/** What {@link createGenerateManifestsAction} needs of its host. @public */
export interface GenerateManifestsActionOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
}

/**
 * The action `dragonfly:manifests:generate`: from the wizard's answers and the caching policy in force to the manifests
 * of a cache in the workspace.
 *
 * @remarks
 * The same input under the same policy gives the same files. Whatever goes wrong, nothing is written.
 *
 * @public
 */
export function createGenerateManifestsAction(
  options: GenerateManifestsActionOptions,
) {
  const { auth, catalog, discovery } = options;
  const dragonfly = dragonflyClient(discovery);

  return createTemplateAction({
    id: 'dragonfly:manifests:generate',
    description:
      'Generates the manifests of a Dragonfly cache, its catalog entity and its runbook from the caching policy in force.',
    examples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const { targetPath = '.', policyRevision, ...answers } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const root = resolveSafeChildPath(ctx.workspacePath, targetPath);

      const read = cacheSpecOfAnswers(answers);
      if (!read.ok) {
        throw fieldErrors(read.errors);
      }
      const document = await readPolicy({
        dragonfly,
        auth,
        credentials,
        expectedRevision: policyRevision,
      });
      logPolicy(ctx.logger, document);

      const consumers = await resolveConsumers(read.spec.consumers, {
        catalog,
        credentials,
      });
      const { policy, settings } = document;
      const request = { ...read.spec, consumers };
      const rendered = renderManifests(request, policy, settings, {
        policyRevision: document.revision,
        generatorVersion,
      });
      if (!rendered.ok) {
        throw fieldErrors(rendered.errors);
      }
      ctx.logger.info(
        `Generated ${rendered.files.length} files: ${rendered.summary}`,
      );
      for (const { id, reason } of rendered.deviations) {
        ctx.logger.info(`Deviation "${id}": ${reason}`);
      }

      const catalogInfo = readCatalogInfo(rendered.files);
      const { name, owner } = read.spec;
      const claim = await refuseTakenName(
        { name, owner, entityRef: catalogInfo.entityRef },
        { auth, catalog, credentials },
      );
      ctx.logger.info(
        claim === 'new'
          ? `The name "${name}" is free`
          : `The cache ${catalogInfo.entityRef} exists already, its files are made anew`,
      );

      const templateRef = ctx.templateInfo?.entityRef;
      const files = templateRef
        ? withSourceTemplate(rendered.files, templateRef)
        : rendered.files;
      const warnings = await refuseDefects(
        { rendered, files, request, policy, settings },
        ctx.logger,
      );

      // What belongs to the users of a region is theirs once it is there.
      const written =
        claim === 'new'
          ? files
          : files.filter(({ path }) => !isCustomFile(path));

      ctx.signal?.throwIfAborted();
      await writeFiles(root, written);
      const inWorkspace = (path: string) => posix.join(targetPath, path);
      const paths = written.map(file => inWorkspace(file.path));
      ctx.logger.info(`Wrote ${paths.length} files to "${targetPath}"`);

      ctx.output('paths', paths);
      ctx.output('catalogInfoPath', inWorkspace(catalogInfo.path));
      ctx.output('entityRef', catalogInfo.entityRef);
      ctx.output('summary', rendered.summary);
      ctx.output('topology', rendered.topology);
      ctx.output(
        'deviations',
        rendered.deviations.map(({ id, reason }) => ({ id, reason })),
      );
      ctx.output('policyRevision', document.revision);
      ctx.output('report', report(rendered, document, warnings));
    },
  });
}
