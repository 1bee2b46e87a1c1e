import { LintRule, Offence } from './rule';

const ROLE_FILE = /\.(?:flags|conf)$/;

export const hashedRoleFile: LintRule = {
  id: 'hashed-role-file',
  severity: 'warning',
  title: "kustomize puts a hash into the name of a server's configuration",
  why: 'Every change of the file gives the ConfigMap another name and with it the pod template: the change of a role restarts the server that has just been promoted.',
  fix: 'Set options.disableNameSuffixHash: true for this ConfigMap, or write it as a plain object.',
  check: ({ kustomizations, servers }) => {
    const mounted = new Set(
      servers.flatMap(({ pod }) =>
        pod
          .get('volumes')
          .items()
          .map(volume => volume.get('configMap', 'name').text()),
      ),
    );
    return kustomizations.flatMap(({ node, path }) =>
      node
        .get('configMapGenerator')
        .items()
        .filter(
          generator =>
            mounted.has(generator.get('name').text() ?? '') &&
            [
              ...generator.get('files').items(),
              ...generator.get('literals').items(),
            ].some(file => ROLE_FILE.test((file.text() ?? '').split('=')[0])) &&
            ![generator.get('options'), node.get('generatorOptions')].some(
              options =>
                options.get('disableNameSuffixHash').boolean() === true,
            ),
        )
        .map((generator): Offence => ({
          path,
          line: generator.line,
          message:
            'The generated ConfigMap gets a hash in its name; expected disableNameSuffixHash: true.',
        })),
    );
  },
};
