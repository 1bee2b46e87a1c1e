import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

type Zod = Parameters<Parameters<typeof makeFieldSchema>[0]['output']>[0];

/** The option of fields that read the whole form. */
export function parametersOption(z: Zod) {
  const name = z.string().optional();
  return z
    .object({
      name,
      description: name,
      owner: name,
      system: name,
      useCase: name,
      regions: name,
      sizing: name,
      consumers: name,
      output: name,
      repoUrl: name,
      folder: name,
    })
    .optional()
    .describe(
      'Names of the parameters that hold the answers, where a template names them otherwise than "dragonfly-cache" does',
    );
}
