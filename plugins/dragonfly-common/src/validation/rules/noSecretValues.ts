import { problemAt, Rule } from '../rule';

/** No generated file holds a Secret. */
export const noSecretValues: Rule = {
  id: 'no-secret-values',
  severity: 'error',
  why: 'What is in Git is read by everybody who reads the repository, for ever.',
  check: ({ set }) =>
    set
      .ofKind('Secret')
      .map(object =>
        problemAt(
          object,
          ['kind'],
          `${object.title} is a Secret in a file.`,
          'Use an ExternalSecret, or ask for the Secret in the README.',
        ),
      ),
};
