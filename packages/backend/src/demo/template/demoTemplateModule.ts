import { readFile } from 'node:fs/promises';
import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';
import { DemoEntityProvider } from '../DemoEntityProvider';
import { deriveDemoTemplate } from './deriveDemoTemplate';

/** Adds the demo's variant of the cache template to the catalog. */
export const demoTemplateModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-template',
  register(registration) {
    registration.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        const file = resolvePackagePath(
          'backend',
          '../../templates/dragonfly-cache/template.yaml',
        );
        const template = parse(await readFile(file, 'utf8'));
        catalog.addEntityProvider(
          DemoEntityProvider.create({
            name: 'demo-template',
            entity: deriveDemoTemplate(template),
            location: `file:${file}`,
          }),
        );
      },
    });
  },
});
