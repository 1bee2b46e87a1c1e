import { Entity } from '@backstage/catalog-model';
import { templateSchema, templateStep } from './templateSchema';

const demoSteps = [
  {
    id: 'publish',
    name: 'Commit the manifests',
    action: 'demo:repository:publish',
    input: {
      sourcePath: '${{ parameters.name }}',
      folder: '${{ parameters.name }}',
      message: 'Dragonfly cache ${{ parameters.name }}',
    },
  },
  {
    id: 'apply',
    name: 'Start the servers',
    action: 'demo:fleet:apply',
    input: { sourcePath: '${{ parameters.name }}' },
  },
  {
    id: 'register',
    name: 'Register the cache in the catalog',
    action: 'catalog:register',
    input: { catalogInfoUrl: '${{ steps.publish.output.catalogInfoUrl }}' },
  },
  {
    id: 'await',
    name: 'Wait for the catalog',
    action: 'demo:catalog:await-entity',
    input: { entityRef: '${{ steps.register.output.entityRef }}' },
  },
];

const demoOutput = {
  links: [
    {
      title: 'Cache in the catalog',
      icon: 'catalog',
      entityRef: '${{ steps.register.output.entityRef }}',
    },
  ],
  text: [
    {
      title: 'Your cache is running',
      default: true,
      content: '${{ steps.generate.output.report }}',
    },
  ],
};

/**
 * The cache template as this portal offers it. It differs from the original in where the result goes: instead of a pull
 * request, a commit to the local repository; and the servers are started at once, as a cluster would after the merge.
 */
export function deriveDemoTemplate(original: unknown): Entity {
  const template = templateSchema.parse(original);
  const { parameters } = template.spec;
  const generate = templateStep(template, 'generate');
  return {
    ...template,
    metadata: {
      ...template.metadata,
      description:
        'A cache made from the caching policy: its manifests are committed to the demo’s Git repository and its servers are started on this machine.',
    },
    spec: {
      ...template.spec,
      parameters: parameters.filter(page => page.title !== 'Repository'),
      steps: [generate, ...demoSteps],
      output: demoOutput,
    },
  };
}
