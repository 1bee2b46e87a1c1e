import { readFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { isCacheEntity } from 'backstage-plugin-dragonfly-common';
import { parse } from 'yaml';
import { dragonflyBackend } from '../../__testUtils__/dragonflyBackend';
import { policyDocument } from '../../__testUtils__/policyDocument';
import { createGenerateManifestsAction } from './createGenerateManifestsAction';

const document = policyDocument();
const sessions = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
  otherRegions: ['region2'],
};
const checkout: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-namespace': 'shop-checkout' },
  },
};

describe('dragonfly:manifests:generate', () => {
  const workspace = createMockDirectory();
  let baseUrl: string;

  beforeAll(async () => {
    const { server } = await startTestBackend({
      features: [dragonflyBackend(document)],
    });
    baseUrl = `http://localhost:${server.port()}/api`;
  });

  beforeEach(() => workspace.clear());

  async function run(
    input: Partial<
      Parameters<
        ReturnType<typeof createGenerateManifestsAction>['handler']
      >[0]['input']
    >,
    options: { entities?: Entity[]; template?: string; aborted?: boolean } = {},
  ) {
    const action = createGenerateManifestsAction({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [checkout, ...(options.entities ?? [])],
      }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${baseUrl}/${pluginId}`,
      }),
    });
    const output: Record<string, unknown> = {};
    const logger = mockServices.logger.mock();
    await action.handler({
      ...createMockActionContext({
        input: { ...sessions, ...input },
        workspacePath: workspace.path,
        logger,
        ...(options.template && {
          templateInfo: { entityRef: options.template },
        }),
      }),
      output: (name, value) => {
        output[name] = value;
      },
      signal: options.aborted ? AbortSignal.abort() : undefined,
    });
    const log = [...logger.info.mock.calls, ...logger.warn.mock.calls].map(
      ([line]) => line,
    );
    return { output, log };
  }

  it('writes what it says it wrote', async () => {
    const { output } = await run({});

    const { paths } = output;
    expect(paths).toEqual(
      expect.arrayContaining(['README.md', 'catalog-info.yaml']),
    );
    expect(filesIn(workspace.content())).toEqual(paths);
    expect(output).toEqual({
      paths,
      catalogInfoPath: 'catalog-info.yaml',
      entityRef: 'resource:default/sessions',
      summary: expect.stringMatching(/^sessions: .*Frankfurt.*Dublin/),
      topology: 'replicated',
      deviations: expect.arrayContaining([
        { id: expect.any(String), reason: expect.any(String) },
      ]),
      policyRevision: document.revision,
      report: expect.stringContaining(document.revision),
    });
  });

  it('makes an entity that is a cache to the portal', async () => {
    await run({});

    const entity = parse(
      readFileSync(workspace.resolve('catalog-info.yaml'), 'utf8'),
    );
    expect(isCacheEntity(entity)).toBe(true);
    expect(entity.metadata.annotations).not.toHaveProperty(
      'backstage.io/source-template',
    );
  });

  it('keeps to the target path and names the template', async () => {
    const { output } = await run(
      { targetPath: 'caches/sessions' },
      { template: 'template:default/dragonfly-cache' },
    );

    expect(Object.keys(workspace.content() ?? {})).toEqual(['caches']);
    expect(output.catalogInfoPath).toBe('caches/sessions/catalog-info.yaml');
    expect(filesIn(workspace.content())).toEqual(output.paths);
    expect(
      readFileSync(
        workspace.resolve('caches/sessions/catalog-info.yaml'),
        'utf8',
      ),
    ).toContain(
      'backstage.io/source-template: template:default/dragonfly-cache',
    );
  });

  it('gives the same files when it runs again', async () => {
    const first = await run({ consumers: ['checkout'] });
    const before = workspace.content();

    const second = await run({ consumers: ['checkout'] });

    expect(workspace.content()).toEqual(before);
    expect(second.output).toEqual(first.output);
  });

  it('lets consumers in from the namespace the catalog names', async () => {
    await run({ consumers: ['component:default/checkout'] });

    expect(JSON.stringify(workspace.content())).toContain('shop-checkout');
  });

  it('lets consumers in from the namespace somebody gave', async () => {
    await run({
      consumers: [
        { entityRef: 'component:default/checkout', namespace: 'elsewhere' },
      ],
    });

    const files = JSON.stringify(workspace.content());
    expect(files).toContain('elsewhere');
    expect(files).not.toContain('shop-checkout');
  });

  it('sizes the cache from what it is to carry', async () => {
    const { output } = await run({
      sizing: {
        data: '3Gi',
        writesPerSecond: 100,
        toleratedCutSeconds: 30,
        roundTripMilliseconds: 25,
      },
    });

    expect(output.summary).toEqual(
      expect.stringMatching(/, [3-9](\.\d+)? GiB,/),
    );
  });

  it('logs each step and each deviation', async () => {
    const { output, log } = await run({});

    const { deviations } = output;
    expect(Array.isArray(deviations) && deviations.length).toBeGreaterThan(0);
    for (const { id } of Array.isArray(deviations) ? deviations : []) {
      expect(log).toContainEqual(expect.stringContaining(`Deviation "${id}"`));
    }
    expect(log).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`revision "${document.revision}"`),
        expect.stringMatching(/^Generated \d+ files: sessions: /),
        'The name "sessions" is free',
        expect.stringMatching(/^Wrote \d+ files to "\."$/),
      ]),
    );
  });

  it('makes the files of an existing cache anew', async () => {
    const existing: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: 'sessions',
        namespace: 'default',
        annotations: { 'dragonflydb.io/cache': 'sessions' },
      },
      spec: { type: 'cache', owner: sessions.owner },
    };

    const { log } = await run({}, { entities: [existing] });

    const isCustom = (path: string) => path.includes('/custom/');
    expect(filesIn(workspace.content()).filter(isCustom)).toEqual([]);
    expect(log).toContain(
      'The cache resource:default/sessions exists already, its files are made anew',
    );
  });

  const rival: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'logins',
      namespace: 'default',
      annotations: { 'dragonflydb.io/cache': 'sessions' },
    },
    spec: { type: 'cache', owner: 'edge' },
  };

  it.each`
    situation                       | input                                      | options                  | message
    ${'policy changed meanwhile'}   | ${{ policyRevision: 'sha256:old' }}        | ${{}}                    | ${/under revision "sha256:old", in force is "sha256:[0-9a-f]{64}".* Reload the wizard/}
    ${'several fields are wrong'}   | ${{ name: 'Sessions!', useCase: 'queue' }} | ${{}}                    | ${/^Nothing was generated, .*need.* a correction:\n- Field "name" is "Sessions!"/}
    ${'a field nobody could read'}  | ${{ memory: 'much' }}                      | ${{}}                    | ${/Field "memory" is "much"/}
    ${'a size half answered'}       | ${{ sizing: { data: '1Gi' } }}             | ${{}}                    | ${/Field "sizing.writesPerSecond" is missing/}
    ${'what the topology forbids'}  | ${{ flavour: 'operator' }}                 | ${{}}                    | ${/Field "flavour" is "operator"; expected "kustomize", because the cache is replicated/}
    ${'what the platform lacks'}    | ${{ tls: true }}                           | ${{}}                    | ${/Field "tls" is true; expected false, because the platform has no certificate issuer/}
    ${'a region nobody configured'} | ${{ otherRegions: ['atlantis'] }}          | ${{}}                    | ${/"atlantis"/}
    ${'a consumer nobody knows'}    | ${{ consumers: ['chekout'] }}              | ${{}}                    | ${/Found no "component:default\/chekout" in the catalog/}
    ${'the name is taken'}          | ${{}}                                      | ${{ entities: [rival] }} | ${/The name "sessions" is taken by resource:default\/logins/}
    ${'a way out of the workspace'} | ${{ targetPath: '../elsewhere' }}          | ${{}}                    | ${/Relative path is not allowed/}
    ${'the task was cancelled'}     | ${{}}                                      | ${{ aborted: true }}     | ${/abort/i}
  `('writes nothing: $situation', async ({ input, options, message }) => {
    await expect(run(input, options)).rejects.toThrow(message);

    expect(workspace.content()).toEqual({});
  });
});

/** Paths of all files of a directory's content, in code point order. */
function filesIn(content: object | undefined, prefix = ''): string[] {
  return Object.entries(content ?? {})
    .flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? filesIn(value, `${prefix}${name}/`)
        : [`${prefix}${name}`],
    )
    .sort();
}
