import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DemoRepository } from './DemoRepository';

/** The demo's repository, one for the whole backend. */
export const demoRepositoryServiceRef = createServiceRef<DemoRepository>({
  id: 'demo.repository',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig },
      factory: ({ config }) => DemoRepository.fromConfig(config),
    }),
});
