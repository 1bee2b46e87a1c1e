import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Sizing, sizingSchema, sizingValidation } from './Sizing';

/** `DragonflySizing` for the new frontend system. */
export const sizingFormField = createFormField({
  name: 'DragonflySizing',
  component: Sizing,
  validation: sizingValidation,
  schema: sizingSchema,
});
