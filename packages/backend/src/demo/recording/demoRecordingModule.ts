import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DemoEntityProvider } from '../DemoEntityProvider';
import { recordedCacheEntity } from './recordedCacheEntity';

/** Adds the entity of the cache that replays a recording, when the demo was started with one. */
export const demoRecordingModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-recording',
  register(registration) {
    registration.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ catalog, config }) {
        const recording = config.getOptionalString('demo.recording');
        if (recording) {
          catalog.addEntityProvider(
            DemoEntityProvider.create({
              name: 'demo-recording',
              entity: recordedCacheEntity(recording),
              location: 'url:https://localhost/demo-recording',
            }),
          );
        }
      },
    });
  },
});
