import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import * as yaml from 'yaml';

/** Every example is run by the tests. */
export const examples: TemplateExample[] = [
  {
    description: 'Manifests that an earlier step fetched or rendered',
    example: yaml.stringify({
      steps: [
        {
          id: 'lint',
          name: 'Look for traps',
          action: 'dragonfly:manifests:lint',
          input: { sourcePath: 'deploy' },
        },
      ],
    }),
  },
  {
    description:
      'A folder of a repository, every warning a failure, with a report for code scanning',
    example: yaml.stringify({
      steps: [
        {
          id: 'lint',
          name: 'Look for traps',
          action: 'dragonfly:manifests:lint',
          input: {
            url: 'https://git.example.com/team/repository/tree/main/deploy',
            failOn: 'warning',
            sarifPath: 'reports/lint.sarif',
          },
        },
      ],
    }),
  },
  {
    description: 'A survey that reports and never fails',
    example: yaml.stringify({
      steps: [
        {
          id: 'lint',
          name: 'Look for traps',
          action: 'dragonfly:manifests:lint',
          input: {
            url: 'https://git.example.com/team/repository/blob/main/redis.yaml',
            failOn: 'never',
          },
        },
      ],
    }),
  },
];
