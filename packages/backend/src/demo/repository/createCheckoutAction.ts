import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { DemoRepository } from './DemoRepository';

/** Scaffolder action `demo:repository:checkout`: brings the manifests of a cache that was made here into the workspace. */
export function createCheckoutAction(options: { repository: DemoRepository }) {
  return createTemplateAction({
    id: 'demo:repository:checkout',
    description:
      'Copies the manifests of a cache from the demo portal’s local Git repository to the workspace, into a folder of the cache’s name.',
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z => z.string().describe('Reference of the cache'),
      },
      output: {
        name: z => z.string().describe('Name of the cache'),
      },
    },
    async handler(context) {
      const { name } = parseEntityRef(context.input.entityRef);
      if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
        throw new InputError(
          `Found "${name}" as the name of a cache; expected lower-case letters, digits and hyphens.`,
        );
      }
      await options.repository.checkout({
        folder: name,
        targetFolder: resolveSafeChildPath(context.workspacePath, name),
      });
      context.logger.info(`Fetched the manifests of "${name}"`);
      context.output('name', name);
    },
  });
}
