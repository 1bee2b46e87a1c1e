import { posix } from 'node:path';
import {
  AuthService,
  DiscoveryService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  DragonflyClient,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { version as generatorVersion } from 'backstage-plugin-dragonfly-common/package.json';
import { cacheSpec } from './cacheSpec';
import { readCatalogInfo, withSourceTemplate } from './catalogInfo';
import { examples } from './createGenerateManifestsAction.examples';
import { fieldErrors } from './fieldErrors';
import { logPolicy } from './logPolicy';
import { readPolicy } from './readPolicy';
import { refuseTakenName } from './refuseTakenName';
import { report } from './report';
import { resolveConsumers } from './resolveConsumers';
import { inputSchema, outputSchema } from './schema';
import { writeFiles } from './writeFiles';

const BACKEND_TIMEOUT_MS = 30_000;

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
  const dragonfly = new DragonflyClient({
    discoveryApi: discovery,
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          signal: AbortSignal.timeout(BACKEND_TIMEOUT_MS),
        }),
    },
  });

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

      const read = cacheSpec(answers);
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
      const rendered = renderManifests(
        { ...read.spec, consumers },
        document.policy,
        document.settings,
        { policyRevision: document.revision, generatorVersion },
      );
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

      ctx.signal?.throwIfAborted();
      const templateRef = ctx.templateInfo?.entityRef;
      await writeFiles(
        root,
        templateRef
          ? withSourceTemplate(rendered.files, templateRef)
          : rendered.files,
      );
      const inWorkspace = (path: string) => posix.join(targetPath, path);
      const paths = rendered.files.map(file => inWorkspace(file.path));
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
      ctx.output('report', report(rendered, document));
    },
  });
}
