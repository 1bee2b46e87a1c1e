import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import {
  OutputOptions,
  outputOptionsSchema,
  outputOptionsValidation,
} from './OutputOptions';

/** `DragonflyOutputOptions` for the new frontend system. */
export const outputOptionsFormField = createFormField({
  name: 'DragonflyOutputOptions',
  component: OutputOptions,
  validation: outputOptionsValidation,
  schema: outputOptionsSchema,
});
