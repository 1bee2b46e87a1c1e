import { listAt, Pointer, textAt, walk } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { Problem, problemAt, Rule, ValidationContext } from '../rule';

interface DeployedPath {
  path: string;
  pointer: Pointer;
}

function pathsOf({ fields }: ManifestObject): DeployedPath[] {
  const paths: DeployedPath[] = [];
  walk(fields, (map, pointer) => {
    const path = textAt(map, 'path');
    // What is in braces is filled in by the generator.
    if (path !== undefined && !path.includes('{{')) {
      paths.push({ path, pointer: [...pointer, 'path'] });
    }
  });
  return paths;
}

function ignoredProblems(
  object: ManifestObject,
  { regions }: ValidationContext,
): Problem[] {
  const list = ['spec', 'template', 'spec', 'ignoreDifferences'];
  return listAt(object.fields, ...list).flatMap((ignored, index) => {
    const kind = textAt(ignored, 'kind') ?? '';
    const name = textAt(ignored, 'name');
    return regions.every(region => region.find(kind, name))
      ? []
      : [
          problemAt(
            object,
            [...list, index],
            `${object.title} ignores differences of ${kind} "${name}", which not every region has.`,
            'Name an object of the cache.',
          ),
        ];
  });
}

function problemsOf(
  object: ManifestObject,
  context: ValidationContext,
): Problem[] {
  const { regions, set, spec } = context;
  const root = `${spec.repository?.folder}/${spec.name}/`;
  const paths = pathsOf(object);
  const wrong = paths.filter(
    ({ path }) =>
      !path.startsWith(root) ||
      set.textOf(`${path.slice(root.length)}/kustomization.yaml`) === undefined,
  );
  const missing = regions.filter(
    ({ name }) => !paths.some(({ path }) => path === `${root}overlays/${name}`),
  );
  return [
    ...wrong.map(({ path, pointer }) =>
      problemAt(
        object,
        pointer,
        `${object.title} deploys "${path}", which is no folder of these files.`,
        `Use "${root}overlays/<region>".`,
      ),
    ),
    ...missing.map(({ name }) =>
      problemAt(
        object,
        ['spec', 'generators'],
        `${object.title} does not deploy region "${name}".`,
        `Add "${root}overlays/${name}".`,
      ),
    ),
    ...ignoredProblems(object, context),
  ];
}

/** Argo CD deploys the overlay of each region, and nothing that is not there. */
export const argoCdPaths: Rule = {
  id: 'argo-cd-paths',
  severity: 'error',
  why: 'An Application whose path is not there stays in error; a region without one is never deployed.',
  check: context =>
    context.set
      .ofKind('ApplicationSet')
      .flatMap(object => problemsOf(object, context)),
};
