import { InputError } from '@backstage/errors';
import { RepositoryProblem } from 'backstage-plugin-dragonfly-common';

/** One error for everything about a folder that is not what it must be, so that all of it can be looked at in one go. */
export function repositoryProblems(
  folder: string,
  problems: readonly RepositoryProblem[],
): InputError {
  return new InputError(
    [
      `Nothing was changed: the folder "${folder}" is not what it must be.`,
      ...problems.map(({ message }) => `- ${message}`),
    ].join('\n'),
  );
}
