import { readFile } from 'node:fs/promises';
import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';
import { DemoTemplateProvider } from './DemoTemplateProvider';
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
          new DemoTemplateProvider(deriveDemoTemplate(template), file),
        );
      },
    });
  },
});
