import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parametersOption } from '../parametersOption';

/** Value and options of `ui:field: DragonflyConsumers`. */
export const consumersSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        entityRef: z.string().describe('Full reference of a component'),
        namespace: z.string().describe('Kubernetes namespace it runs in'),
      }),
    ),
  uiOptions: z => z.object({ parameters: parametersOption(z) }),
});

/** @public */
export type ConsumersOptions = typeof consumersSchema.uiOptionsType;
