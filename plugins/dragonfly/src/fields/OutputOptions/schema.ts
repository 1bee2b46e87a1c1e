import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parametersOption } from '../parametersOption';

/** Value and options of `ui:field: DragonflyOutputOptions`; what is absent, the platform's settings decide. */
export const outputOptionsSchema = makeFieldSchema({
  output: z =>
    z.object({
      flavour: z
        .enum(['kustomize', 'operator'])
        .optional()
        .describe('What makes the servers'),
      secrets: z
        .enum(['external-secret', 'bring-your-own'])
        .optional()
        .describe('Where the passwords come from'),
      tls: z.boolean().optional().describe('Encryption'),
      crossRegion: z
        .enum(['load-balancer', 'external-name'])
        .optional()
        .describe('How the regions reach each other'),
      argoCd: z
        .boolean()
        .optional()
        .describe('Whether there is an Argo CD ApplicationSet'),
    }),
  uiOptions: z => z.object({ parameters: parametersOption(z) }),
});

/** @public */
export type OutputOptionsOptions = typeof outputOptionsSchema.uiOptionsType;
