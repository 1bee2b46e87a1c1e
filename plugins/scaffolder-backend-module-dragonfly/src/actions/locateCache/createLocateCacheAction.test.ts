import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import { runAction } from '../../__testUtils__/runAction';
import { createLocateCacheAction } from './createLocateCacheAction';
import { examples } from './createLocateCacheAction.examples';

const LOCATION = 'backstage.io/managed-by-location';
const FILE =
  'url:https://github.com/acme/platform/blob/main/caches/sessions/catalog-info.yaml';

function cache(
  annotations: Record<string, string> = {},
  type = 'cache',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'sessions',
      namespace: 'default',
      annotations: {
        'dragonflydb.io/cache': 'sessions',
        [LOCATION]: FILE,
        ...annotations,
      },
    },
    spec: { type, owner: 'identity' },
  };
}

const run = (
  entities: Entity[],
  input = { entityRef: 'resource:default/sessions' },
) =>
  runAction(
    createLocateCacheAction({ catalog: catalogServiceMock({ entities }) }),
    input,
    { workspacePath: '/nowhere' },
  );

describe('dragonfly:cache:locate', () => {
  it.each(examples)('example: $description', async ({ example }) => {
    const { output } = await run([cache()], parse(example).steps[0].input);
    expect(output).toEqual({
      name: 'sessions',
      url: 'https://github.com/acme/platform/tree/main/caches/sessions/',
      repoUrl: 'github.com?owner=acme&repo=platform',
      branch: 'main',
      folder: 'caches/sessions',
    });
  });

  it('does not ask the annotations that an author writes', async () => {
    const { output } = await run([
      cache({
        'backstage.io/source-location':
          'url:https://github.com/evil/repo/tree/main/',
      }),
    ]);
    expect(output.repoUrl).toBe('github.com?owner=acme&repo=platform');
  });

  it.each`
    situation               | entities                                            | message
    ${'no such entity'}     | ${[]}                                               | ${/Found no entity "resource:default\/sessions" in the catalog, or you may not see it/}
    ${'no cache'}           | ${[cache({}, 'database')]}                          | ${/resource:default\/sessions is no cache; expected a Resource of type "cache"/}
    ${'from a file'}        | ${[cache({ [LOCATION]: 'file:/etc/a.yaml' })]}      | ${/read resource:default\/sessions from "file:\/etc\/a.yaml"; expected a file of a GitHub repository/}
    ${'from another place'} | ${[cache({ [LOCATION]: 'url:https://x.example' })]} | ${/expected a file of a GitHub repository/}
  `('says what is wrong: $situation', async ({ entities, message }) => {
    await expect(run(entities)).rejects.toThrow(message);
  });
});
