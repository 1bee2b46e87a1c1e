import { createRouteRef } from '@backstage/core-plugin-api';

/** The Cache tab on the page of a cache. @public */
export const cacheTabRouteRef = createRouteRef({ id: 'dragonfly:cache' });
