import { parse } from 'yaml';
import { contentOf, rendered } from './__testUtils__/caches';

describe('kustomization', () => {
  it.each(['base', 'overlays/region1', 'overlays/region2'])(
    'lists every file of %s, and nothing else',
    folder => {
      const manifests = rendered();
      const present = manifests.files
        .map(({ path }) => path)
        .filter(path => path.startsWith(`${folder}/`))
        .map(path => path.slice(folder.length + 1))
        .filter(path => path !== 'kustomization.yaml')
        .filter(path => !path.startsWith('custom/'));
      const text = contentOf(manifests, `${folder}/kustomization.yaml`);
      const { resources, components } = parse(text);
      expect(components).toEqual(folder === 'base' ? undefined : ['custom']);
      expect([...resources].sort()).toEqual(
        folder === 'base' ? present : ['../../base', ...present],
      );
    },
  );
});
