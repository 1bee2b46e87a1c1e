import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Consumers, consumersSchema, consumersValidation } from './Consumers';

/** `DragonflyConsumers` for the new frontend system. */
export const consumersFormField = createFormField({
  name: 'DragonflyConsumers',
  component: Consumers,
  validation: consumersValidation,
  schema: consumersSchema,
});
