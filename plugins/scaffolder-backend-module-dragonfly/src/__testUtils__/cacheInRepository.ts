import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { byPath, cacheFiles } from './cacheFolder';
import { cacheTemplate } from './cacheTemplate';
import { LoopbackGithub } from './LoopbackGithub';
import { startScaffolder } from './startScaffolder';

const LOCATION = 'backstage.io/managed-by-location';
const REPOSITORY = 'url:https://github.example.com/acme/platform/blob/main';

/** Folder of the cache in the repository. */
export const FOLDER = 'caches/sessions';

/** Reference of the cache in the catalog. */
export const CACHE_REF = 'resource:default/sessions';

function readFrom<E extends Entity>(entity: E, path: string): E {
  const { metadata } = entity;
  const annotations = {
    ...metadata.annotations,
    [LOCATION]: `${REPOSITORY}/${path}`,
  };
  return {
    ...entity,
    metadata: { ...metadata, namespace: 'default', annotations },
  };
}

/**
 * A portal whose catalog has read the entity of a generated cache from a repository, and a template that changes it.
 *
 * @param options - the dragonfly backend, and files of the folder that are not as they were generated
 */
export async function startWithCache(
  templateName: string,
  options: { backend: BackendFeature; changes?: Record<string, string> },
) {
  const generated = byPath(cacheFiles());
  const files = { ...generated, ...options.changes };
  const entity: Entity = parse(files['catalog-info.yaml']);
  const template: TemplateEntityV1beta3 = cacheTemplate(templateName);
  const github = await LoopbackGithub.start({
    'README.md': '# Platform\n',
    ...Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text]),
    ),
  });
  const web: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
  };
  const scaffolder = await startScaffolder({
    features: [options.backend],
    config: {
      integrations: github.integrations,
      dragonfly: {
        regions: {
          region1: {
            title: 'Frankfurt',
            domain: 'databases.region1.example.com',
            cidrs: ['10.1.0.0/16'],
          },
          region2: {
            title: 'Dublin',
            domain: 'databases.region2.example.com',
            cidrs: ['10.2.0.0/16'],
          },
        },
      },
    },
    entities: [
      web,
      readFrom(entity, `${FOLDER}/catalog-info.yaml`),
      readFrom(template, `templates/${templateName}/template.yaml`),
    ],
  });
  return {
    github,
    run: (values: JsonObject) =>
      scaffolder.run(`template:default/${templateName}`, {
        cache: CACHE_REF,
        ...values,
      }),
    /** Paths of the cache's folder that differ between the main branch and another one. */
    differences(branch: string): string[] {
      const [before, after] = ['main', branch].map(b => github.git.files(b));
      return Object.keys({ ...before, ...after })
        .filter(path => before[path] !== after[path])
        .map(path => path.replace(`${FOLDER}/`, ''))
        .sort();
    },
    /** The folder of the cache on a branch. */
    folder(branch: string): Record<string, string> {
      return Object.fromEntries(
        Object.entries(github.git.files(branch))
          .filter(([path]) => path.startsWith(`${FOLDER}/`))
          .map(([path, text]) => [path.replace(`${FOLDER}/`, ''), text]),
      );
    },
  };
}
