import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Every example is run by the tests. */
export const examples: TemplateExample[] = [
  {
    description: 'Declare the primary in region2, in the files as they are',
    example: yaml.stringify({
      steps: [
        {
          id: 'role',
          name: 'Change the declared role',
          action: 'dragonfly:role:change',
          input: { sourcePath: 'sessions', to: 'region2' },
        },
      ],
    }),
  },
  {
    description:
      'The same, with the changed files alone in a folder for a pull request',
    example: yaml.stringify({
      steps: [
        {
          id: 'role',
          name: 'Change the declared role',
          action: 'dragonfly:role:change',
          input: {
            sourcePath: 'sessions',
            targetPath: 'changes',
            to: 'region2',
          },
        },
      ],
    }),
  },
];
