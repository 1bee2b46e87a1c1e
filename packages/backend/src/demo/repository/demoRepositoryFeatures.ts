import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { demoRepositoryPlugin } from './demoRepositoryPlugin';
import { demoRepositoryModule } from './demoRepositoryModule';

/** The demo's repository and the scaffolder action that publishes to it. */
export const demoRepositoryFeatures = createBackendFeatureLoader({
  *loader() {
    yield demoRepositoryPlugin;
    yield demoRepositoryModule;
  },
});
