import { problemOf, Rule } from '../rule';

/** Every region has one server. */
export const oneServer: Rule = {
  id: 'one-server',
  severity: 'error',
  why: 'Without a server there is no cache; two behind one Service are two unrelated halves of the data.',
  check: ({ regions }) =>
    regions.flatMap(({ name, servers }) =>
      servers.length === 1
        ? []
        : [
            problemOf(
              `overlays/${name}/kustomization.yaml`,
              `Region "${name}" has ${servers.length} servers, not one.`,
              'Generate one StatefulSet or one Dragonfly resource.',
            ),
          ],
    ),
};
