import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Every example is run by the tests. */
export const examples: TemplateExample[] = [
  {
    description: 'The folder of a cache that the catalog knows',
    example: yaml.stringify({
      steps: [
        {
          id: 'locate',
          name: 'Find the manifests',
          action: 'dragonfly:cache:locate',
          input: { entityRef: 'resource:default/sessions' },
        },
      ],
    }),
  },
];
