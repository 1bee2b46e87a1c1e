import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parametersOption } from '../parametersOption';

/** Value and options of `ui:field: DragonflySizing`. */
export const sizingSchema = makeFieldSchema({
  output: z =>
    z.object({
      by: z
        .enum(['policy', 'answers', 'numbers'])
        .describe('Where the size comes from'),
      data: z
        .string()
        .optional()
        .describe('By answers: all keys and values at their peak'),
      writesPerSecond: z.number().optional(),
      toleratedCutSeconds: z.number().optional(),
      roundTripMilliseconds: z.number().optional(),
      memory: z
        .string()
        .optional()
        .describe('By numbers: limit of the data in each region'),
      threads: z.number().optional().describe('By numbers: server threads'),
    }),
  uiOptions: z => z.object({ parameters: parametersOption(z) }),
});

/** @public */
export type SizingOptions = typeof sizingSchema.uiOptionsType;
