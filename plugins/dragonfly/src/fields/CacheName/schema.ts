import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of `ui:field: DragonflyCacheName`. */
export const cacheNameSchema = makeFieldSchema({
  output: z =>
    z
      .string()
      .describe('Name of the cache, a DNS label of at most 40 characters'),
});
