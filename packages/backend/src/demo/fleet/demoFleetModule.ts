import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { FleetControlClient } from 'cache-fleet';
import { createApplyAction } from './createApplyAction';

/** Adds the action that starts generated caches on the demo's fleet of servers. */
export const demoFleetModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'demo-fleet',
  register(registration) {
    registration.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ actions, config }) {
        const control = config.getConfig('demo.fleetControl');
        const fleet = FleetControlClient.create({
          url: `http://127.0.0.1:${control.getNumber('port')}`,
          token: control.getString('token'),
        });
        actions.addActions(createApplyAction({ fleet }));
      },
    });
  },
});
