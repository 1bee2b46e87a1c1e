import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of `ui:field: DragonflyUseCasePicker`. */
export const useCasePickerSchema = makeFieldSchema({
  output: z =>
    z.object({
      id: z.string().describe('Id of a use case of the caching policy'),
      topology: z
        .enum(['replicated', 'independent'])
        .optional()
        .describe('Only where the policy leaves disaster recovery optional'),
      policyRevision: z
        .string()
        .describe('Revision of the policy the choice was made from'),
    }),
});
