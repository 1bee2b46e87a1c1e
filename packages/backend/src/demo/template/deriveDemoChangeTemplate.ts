import { Entity } from '@backstage/catalog-model';
import { templateSchema, templateStep } from './templateSchema';

/** Step ids of the original that run on this portal as they are. */
const KEPT = ['change', 'retire'];

const checkout = {
  id: 'locate',
  name: 'Fetch the manifests',
  action: 'demo:repository:checkout',
  input: { entityRef: '${{ parameters.cache }}' },
};

const publish = {
  name: 'Commit the manifests',
  action: 'demo:repository:publish',
  input: {
    sourcePath: '${{ steps.locate.output.name }}',
    folder: '${{ steps.locate.output.name }}',
  },
};

/**
 * A template that changes the manifests of a cache as this portal offers it. It differs from the original in where the
 * files come from and go to: the local repository, in whose folder they are changed in place, instead of a pull request.
 */
export function deriveDemoChangeTemplate(original: unknown): Entity {
  const template = templateSchema.parse(original);
  const { output = {}, steps } = template.spec;
  const published = templateStep(template, 'publish');
  const kept = steps
    .filter(({ id }) => KEPT.includes(id))
    .map(({ input = {}, ...step }) => {
      const { targetPath: _beside, ...inPlace } = input;
      return { ...step, input: inPlace };
    });
  return {
    ...template,
    metadata: {
      ...template.metadata,
      description:
        'Changes the manifests of a cache that was made here, in the demo’s Git repository. What a cluster would do after the merge is left out.',
    },
    spec: {
      ...template.spec,
      steps: [
        checkout,
        ...kept,
        {
          ...publish,
          id: 'publish',
          ...(published.if === undefined ? {} : { if: published.if }),
          input: {
            ...publish.input,
            message: published.input?.commitMessage ?? 'Change of a cache',
          },
        },
      ],
      output: {
        ...output,
        links: (output.links ?? []).filter(({ icon }) => icon !== 'github'),
      },
    },
  };
}
