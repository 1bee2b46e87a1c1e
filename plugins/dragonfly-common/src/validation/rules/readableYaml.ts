import { Rule } from '../rule';

/** Every YAML file holds one object that can be read. */
export const readableYaml: Rule = {
  id: 'readable-yaml',
  severity: 'error',
  why: 'kubectl, kustomize and the catalog refuse a file they cannot read, and with it everything in its folder.',
  check: ({ set }) =>
    set.unreadable.map(({ path, line, message }) => ({
      path,
      line,
      message,
      fix: 'Write one YAML object per file.',
    })),
};
