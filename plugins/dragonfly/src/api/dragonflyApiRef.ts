import { createApiRef } from '@backstage/frontend-plugin-api';
import { DragonflyApi } from 'backstage-plugin-dragonfly-common';

/** Reference of the API through which the frontend asks the dragonfly backend. @public */
export const dragonflyApiRef = createApiRef<DragonflyApi>().with({
  id: 'plugin.dragonfly.service',
  pluginId: 'dragonfly',
});
