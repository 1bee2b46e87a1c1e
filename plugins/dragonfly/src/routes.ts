import { createRouteRef } from '@backstage/core-plugin-api';

/** The Cache tab on the page of a cache. @public */
export const cacheTabRouteRef = createRouteRef({ id: 'dragonfly:cache' });

/** The page with every cache. @public */
export const fleetRouteRef = createRouteRef({ id: 'dragonfly:fleet' });
