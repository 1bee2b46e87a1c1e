import { RepositoryProblem } from './types';

/** Puts a problem into words; `remedy` is a sentence. */
export function repositoryProblem(
  problem: Omit<RepositoryProblem, 'message'> & { remedy: string },
): RepositoryProblem {
  const { remedy, ...rest } = problem;
  const place = rest.line ? `${rest.path}, line ${rest.line}` : rest.path;
  return {
    ...rest,
    message: `${place}: found ${rest.found}; expected ${rest.expected}. ${remedy}`,
  };
}

/** A file that must be there and is not. */
export function fileMissing(path: string): RepositoryProblem {
  return repositoryProblem({
    code: 'file-missing',
    path,
    found: 'no such file',
    expected: 'the file that was generated',
    remedy:
      'Restore it from the last generated commit, or generate the manifests anew.',
  });
}
