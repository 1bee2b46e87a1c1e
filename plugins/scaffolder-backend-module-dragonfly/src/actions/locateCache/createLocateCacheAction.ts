import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  cacheAnnotations,
  isCacheEntity,
} from 'backstage-plugin-dragonfly-common';
import { examples } from './createLocateCacheAction.examples';
import { githubFolder } from './githubFolder';

/** What {@link createLocateCacheAction} needs of its host. @public */
export interface LocateCacheActionOptions {
  catalog: CatalogService;
}

/**
 * The action `dragonfly:cache:locate`: from a cache of the catalog to the folder of its manifests on GitHub.
 *
 * @remarks
 * The folder is that of the file the catalog read the entity from, which only the catalog itself can say; an annotation
 * that the entity's author wrote is not asked.
 *
 * @public
 */
export function createLocateCacheAction(options: LocateCacheActionOptions) {
  return createTemplateAction({
    id: 'dragonfly:cache:locate',
    description:
      'Finds the repository, the branch and the folder that hold the manifests of a Dragonfly cache.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .describe(
              'Entity reference of the cache, for example `resource:default/sessions`',
            ),
      },
      output: {
        name: z => z.string().describe('Name of the cache'),
        url: z =>
          z.string().describe('Address of the folder, for `fetch:plain`'),
        repoUrl: z =>
          z
            .string()
            .describe('The repository, for `publish:github:pull-request`'),
        branch: z => z.string().describe('Branch the catalog reads'),
        folder: z =>
          z
            .string()
            .describe(
              'Path of the folder in the repository; empty for its root',
            ),
      },
    },
    async handler(ctx) {
      const { entityRef } = ctx.input;
      const entity = await options.catalog.getEntityByRef(entityRef, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(
          `Found no entity "${entityRef}" in the catalog, or you may not see it. Choose a cache of the catalog.`,
        );
      }
      const name = entity.metadata.annotations?.[cacheAnnotations.cache];
      if (!isCacheEntity(entity) || name === undefined) {
        throw new InputError(
          `Entity ${stringifyEntityRef(entity)} is no cache; expected a Resource of type "cache" with the annotation "${cacheAnnotations.cache}".`,
        );
      }
      const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
      const { target, type } = parseLocationRef(location ?? 'none:none');
      const found = type === 'url' ? githubFolder(target) : undefined;
      if (!found) {
        throw new InputError(
          `The catalog read ${stringifyEntityRef(entity)} from "${location ?? 'nowhere'}"; expected a file of a GitHub repository (url:https://<host>/<owner>/<repository>/blob/<branch>/<path>). Change the manifests where they are kept, with the actions "dragonfly:role:change" and "dragonfly:manifests:change".`,
        );
      }
      ctx.logger.info(
        `The manifests of "${name}" are in "${found.folder}" on branch "${found.branch}" of ${found.repoUrl}`,
      );
      ctx.output('name', name);
      ctx.output('url', found.url);
      ctx.output('repoUrl', found.repoUrl);
      ctx.output('branch', found.branch);
      ctx.output('folder', found.folder);
    },
  });
}
