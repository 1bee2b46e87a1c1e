import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `ui:field: DragonflyRegionPicker`. */
export const regionPickerSchema = makeFieldSchema({
  output: z =>
    z.object({
      primary: z
        .string()
        .describe('Region of the primary; the first region when independent'),
      others: z
        .array(z.string())
        .describe(
          'Regions of the replicas; further primaries when independent',
        ),
    }),
  uiOptions: z =>
    z.object({
      useCaseField: z
        .string()
        .optional()
        .describe(
          'Parameter that holds the value of DragonflyUseCasePicker; "useCase" when absent',
        ),
    }),
});

/** @public */
export type RegionPickerOptions = typeof regionPickerSchema.uiOptionsType;
