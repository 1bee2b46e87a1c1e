import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  DefaultNamespaceEntityPolicy,
  Entity,
  EntityPolicies,
  SchemaValidEntityPolicy,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  isCacheEntity,
  readCacheAnnotations,
} from 'backstage-plugin-dragonfly-common';
import { parseAllDocuments } from 'yaml';

const root = resolvePackagePath('backend', '../..');
const policy = EntityPolicies.allOf([
  new DefaultNamespaceEntityPolicy(),
  new SchemaValidEntityPolicy(),
]);

async function entitiesOf(file: string): Promise<Entity[]> {
  const text = readFileSync(resolve(root, file), 'utf8');
  return Promise.all(
    parseAllDocuments(text).map(async document => {
      const entity = await policy.enforce(document.toJS());
      if (!entity) {
        throw new Error(`${file} has a document that is no entity.`);
      }
      return entity;
    }),
  );
}

const demoFiles = ['organization', 'caches', 'services'].map(
  name => `packages/backend/demo/${name}.yaml`,
);

describe('catalog files', () => {
  it('describe this project as a system with its plugins', async () => {
    const entities = await entitiesOf('catalog-info.yaml');
    const kinds = entities.map(({ kind }) => kind);

    expect(kinds.filter(kind => kind === 'System')).toHaveLength(1);
    const components = entities
      .filter(({ kind }) => kind === 'Component')
      .map(({ metadata }) => metadata.name);
    for (const name of components) {
      const folder = name.replace(/^backstage-plugin-/, 'plugins/');
      expect(existsSync(resolve(root, folder, 'package.json'))).toBe(true);
    }
    expect(components).toHaveLength(6);
  });

  it('lead to templates that exist', async () => {
    const locations = (await entitiesOf('catalog-info.yaml')).filter(
      ({ kind }) => kind === 'Location',
    );
    const targets = locations.flatMap(({ spec }) =>
      Array.isArray(spec?.targets) ? spec.targets.map(String) : [],
    );

    expect(targets).not.toHaveLength(0);
    for (const target of targets) {
      expect(
        existsSync(
          resolve(dirname(resolve(root, 'catalog-info.yaml')), target),
        ),
      ).toBe(true);
    }
  });

  it('declare the demo’s caches without a fault, one for each use case', async () => {
    const caches = (await entitiesOf('packages/backend/demo/caches.yaml')).map(
      entity => ({ entity, ...readCacheAnnotations(entity) }),
    );

    expect(caches.every(({ entity }) => isCacheEntity(entity))).toBe(true);
    expect(caches.flatMap(({ problems }) => problems)).toEqual([]);
    expect(
      caches
        .map(
          ({ entity }) =>
            entity.metadata.annotations?.['dragonflydb.io/use-case'],
        )
        .sort(),
    ).toEqual(['api-cache', 'feature-flags', 'rate-limiting', 'session-cache']);
  });

  it('let every service depend on caches that exist', async () => {
    const all = (await Promise.all(demoFiles.map(entitiesOf))).flat();
    const known = new Set(all.map(stringifyEntityRef));
    const wanted = all.flatMap(({ spec }) =>
      Array.isArray(spec?.dependsOn) ? spec.dependsOn.map(String) : [],
    );

    expect(wanted).not.toHaveLength(0);
    expect(
      wanted.filter(ref => !known.has(stringifyEntityRef(parseEntityRef(ref)))),
    ).toEqual([]);
  });
});
