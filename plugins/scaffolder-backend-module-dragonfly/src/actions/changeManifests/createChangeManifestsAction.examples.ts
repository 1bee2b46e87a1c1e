import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

function example(input: Record<string, unknown>): string {
  return yaml.stringify({
    steps: [
      {
        id: 'change',
        name: 'Make the manifests anew',
        action: 'dragonfly:manifests:change',
        input: { sourcePath: 'sessions', ...input },
      },
    ],
  });
}

/** Every example is run by the tests. */
export const examples: TemplateExample[] = [
  {
    description: 'The manifests as the policy in force has them now',
    example: example({}),
  },
  {
    description: 'A larger cache',
    example: example({ memory: '4Gi', threads: 4 }),
  },
  {
    description:
      'A further consumer, with the changed files alone in a folder for a pull request',
    example: example({
      addConsumers: ['component:default/checkout'],
      targetPath: 'changes',
    }),
  },
];
