import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parametersOption } from '../parametersOption';

/** Value and options of `ui:field: DragonflyManifestPreview`; a compact one has no value. */
export const manifestPreviewSchema = makeFieldSchema({
  output: z =>
    z
      .object({
        cache: z.string().describe('The cache in one line'),
        consumers: z.string(),
        output: z.string(),
        files: z.string().describe('How many files there are, and where'),
        differences: z
          .string()
          .describe('How many differences from the ADR there are'),
        findings: z.string().describe('What the checks of the files found'),
      })
      .partial(),
  uiOptions: z =>
    z.object({
      compact: z
        .boolean()
        .optional()
        .describe('One line that opens, to stand below other fields'),
      parameters: parametersOption(z),
    }),
});

/** @public */
export type ManifestPreviewOptions = typeof manifestPreviewSchema.uiOptionsType;
