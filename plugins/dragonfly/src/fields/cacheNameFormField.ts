import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CacheName, cacheNameSchema, cacheNameValidation } from './CacheName';

/** `DragonflyCacheName` for the new frontend system. */
export const cacheNameFormField = createFormField({
  name: 'DragonflyCacheName',
  component: CacheName,
  validation: cacheNameValidation,
  schema: cacheNameSchema,
});
