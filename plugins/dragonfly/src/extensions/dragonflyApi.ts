import { ApiBlueprint, coreApis } from '@backstage/frontend-plugin-api';
import { DragonflyClient } from 'backstage-plugin-dragonfly-common';
import { dragonflyApiRef } from '../api';

/** The client of the dragonfly backend. */
export const dragonflyApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: dragonflyApiRef,
      deps: { discoveryApi: coreApis.discovery, fetchApi: coreApis.fetch },
      factory: ({ discoveryApi, fetchApi }) =>
        new DragonflyClient({ discoveryApi, fetchApi }),
    }),
});
