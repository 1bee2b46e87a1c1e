import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import { byPath, cacheFiles } from '../../__testUtils__/cacheFolder';
import { dragonflyBackend } from '../../__testUtils__/dragonflyBackend';
import { policyDocument } from '../../__testUtils__/policyDocument';
import { runAction } from '../../__testUtils__/runAction';
import { readFolder } from '../../workspace/readFolder';
import { createChangeManifestsAction } from './createChangeManifestsAction';
import { examples } from './createChangeManifestsAction.examples';

const document = policyDocument();
const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-namespace': 'shop-checkout' },
  },
};

describe('dragonfly:manifests:change', () => {
  const workspace = createMockDirectory();
  let baseUrl: string;

  beforeAll(async () => {
    const { server } = await startTestBackend({
      features: [dragonflyBackend(document)],
    });
    baseUrl = `http://localhost:${server.port()}/api`;
  });

  beforeEach(() => workspace.setContent(byPath(cacheFiles(), 'sessions')));

  function run(
    input: Parameters<
      ReturnType<typeof createChangeManifestsAction>['handler']
    >[0]['input'],
    signal?: AbortSignal,
  ) {
    const action = createChangeManifestsAction({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [checkout] }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${baseUrl}/${pluginId}`,
      }),
    });
    return runAction(
      action,
      { sourcePath: 'sessions', ...input },
      { workspacePath: workspace.path, signal },
    );
  }

  const folder = async () =>
    byPath(await readFolder(workspace.resolve('sessions')));

  it('changes nothing when nothing has changed', async () => {
    const { log, output } = await run({});
    expect(output).toEqual({
      changed: false,
      paths: [],
      deleted: [],
      restart: 'none',
      policyRevision: document.revision,
      report: expect.stringContaining('there is nothing to change'),
    });
    expect(log).toContain('The files are up to date; nothing was changed');
    expect(await folder()).toEqual(byPath(cacheFiles()));
  });

  it('resizes', async () => {
    const { output } = await run({ memory: '4Gi', threads: 4 });
    expect(output).toMatchObject({
      changed: true,
      deleted: [],
      restart: 'restart',
      paths: expect.arrayContaining([
        'base/stateful-set.yaml',
        'cache-request.yaml',
      ]),
      report: expect.stringContaining('Memory: 2 GiB → 4 GiB'),
    });
    expect(await folder()).toEqual(
      byPath(cacheFiles({ memoryBytes: 4 * 2 ** 30, threads: 4 })),
    );
  });

  it('lets a consumer in from the namespace the catalog names, and another one go', async () => {
    const { output } = await run({
      addConsumers: ['checkout'],
      removeConsumers: ['web'],
    });
    expect(output.deleted).toContain('consumers/web/connection.yaml');
    expect(output.restart).toBe('none');
    expect(await folder()).toEqual(
      byPath(
        cacheFiles({
          consumers: [
            {
              entityRef: 'component:default/checkout',
              namespace: 'shop-checkout',
            },
          ],
        }),
      ),
    );
  });

  it('writes over an edited file only when it is asked to', async () => {
    const edited = { ...byPath(cacheFiles(), 'sessions') };
    edited['sessions/base/stateful-set.yaml'] += '# ours\n';
    workspace.setContent(edited);

    await expect(run({})).rejects.toThrow(
      /- base\/stateful-set.yaml: found a text that is not the generated one/,
    );
    expect(await folder()).not.toEqual(byPath(cacheFiles()));

    const { log } = await run({ overwriteEdited: true });
    expect(log).toContain(
      'Dropped what somebody had edited in "base/stateful-set.yaml"',
    );
    expect(await folder()).toEqual(byPath(cacheFiles()));
  });

  it.each`
    situation                      | input                                | aborted  | message
    ${'policy changed meanwhile'}  | ${{ policyRevision: 'sha256:old' }}  | ${false} | ${/under revision "sha256:old"/}
    ${'size that is none'}         | ${{ memory: 'much' }}                | ${false} | ${/Field "memory" is "much"/}
    ${'more threads than fit'}     | ${{ threads: 60 }}                   | ${false} | ${/Field "threads" is 60/}
    ${'a consumer nobody knows'}   | ${{ addConsumers: ['chekout'] }}     | ${false} | ${/Found no "component:default\/chekout"/}
    ${'a consumer it has not'}     | ${{ removeConsumers: ['checkout'] }} | ${false} | ${/expected a consumer of the cache/}
    ${'the region of the primary'} | ${{ removeRegions: ['region1'] }}    | ${false} | ${/Move the primary to another region first/}
    ${'a region nobody has'}       | ${{ addRegions: ['atlantis'] }}      | ${false} | ${/"atlantis"/}
    ${'the task was cancelled'}    | ${{ memory: '4Gi' }}                 | ${true}  | ${/abort/i}
  `('writes nothing: $situation', async ({ aborted, input, message }) => {
    const signal = aborted ? AbortSignal.abort() : undefined;
    await expect(run(input, signal)).rejects.toThrow(message);
    expect(await folder()).toEqual(byPath(cacheFiles()));
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const { output } = await run(parse(example).steps[0].input);
    expect(output.policyRevision).toBe(document.revision);
  });
});
