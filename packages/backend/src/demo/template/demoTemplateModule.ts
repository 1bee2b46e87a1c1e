import { readFile } from 'node:fs/promises';
import {
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';
import { DemoEntityProvider } from '../DemoEntityProvider';
import { deriveDemoChangeTemplate } from './deriveDemoChangeTemplate';
import { deriveDemoTemplate } from './deriveDemoTemplate';

const TEMPLATES = [
  { name: 'dragonfly-cache', derive: deriveDemoTemplate },
  { name: 'dragonfly-cache-change', derive: deriveDemoChangeTemplate },
  { name: 'dragonfly-role', derive: deriveDemoChangeTemplate },
];

/** Adds the demo's variants of the templates to the catalog. */
export const demoTemplateModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-template',
  register(registration) {
    registration.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        for (const { derive, name } of TEMPLATES) {
          const file = resolvePackagePath(
            'backend',
            `../../templates/${name}/template.yaml`,
          );
          const template = parse(await readFile(file, 'utf8'));
          catalog.addEntityProvider(
            DemoEntityProvider.create({
              name: `demo-template-${name}`,
              entity: derive(template),
              location: `file:${file}`,
            }),
          );
        }
      },
    });
  },
});
