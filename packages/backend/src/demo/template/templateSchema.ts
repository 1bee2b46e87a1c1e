import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** An object of which some members are known and the others are kept as they are. */
const withOthers = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).catchall(z.json());

/** What the demo's variants build on in a template. */
export const templateSchema = withOthers({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: withOthers({ name: z.string() }),
  spec: withOthers({
    parameters: z.array(withOthers({ title: z.string() })),
    steps: z.array(
      withOthers({
        id: z.string(),
        input: z.record(z.string(), z.json()).optional(),
      }),
    ),
    output: withOthers({
      links: z.array(withOthers({ icon: z.string().optional() })).optional(),
    }).optional(),
  }),
});

/** The step of a template with that id. */
export function templateStep(
  template: z.infer<typeof templateSchema>,
  id: string,
) {
  const { steps } = template.spec;
  const found = steps.find(step => step.id === id);
  if (!found) {
    throw new InputError(
      `Found no step "${id}" in template "${
        template.metadata.name
      }"; it has ${steps.map(step => `"${step.id}"`).join(', ')}.`,
    );
  }
  return found;
}
