import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Every example is run by the tests. */
export const examples: TemplateExample[] = [
  {
    description: 'Delete the files of a cache that nobody uses any more',
    example: yaml.stringify({
      steps: [
        {
          id: 'retire',
          name: 'Delete the manifests',
          action: 'dragonfly:manifests:retire',
          input: { sourcePath: 'sessions', consumersMoved: true },
        },
      ],
    }),
  },
];
