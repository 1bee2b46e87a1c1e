import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** An object of which some members are known and the others are kept as they are. */
const withOthers = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).catchall(z.json());

const templateSchema = withOthers({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: withOthers({ name: z.string() }),
  spec: withOthers({
    parameters: z.array(withOthers({ title: z.string() })),
    steps: z.array(withOthers({ id: z.string() })),
  }),
});

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
  const { parameters, steps } = template.spec;
  const generate = steps.find(step => step.id === 'generate');
  if (!generate) {
    throw new InputError(
      `Found no step "generate" in template "${
        template.metadata.name
      }"; it has ${steps.map(step => `"${step.id}"`).join(', ')}.`,
    );
  }
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
