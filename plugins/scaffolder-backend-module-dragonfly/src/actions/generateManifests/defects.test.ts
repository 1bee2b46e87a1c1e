import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { dragonflyBackend } from '../../__testUtils__/dragonflyBackend';
import { policyDocument } from '../../__testUtils__/policyDocument';
import { runAction } from '../../__testUtils__/runAction';
import { createGenerateManifestsAction } from './createGenerateManifestsAction';

// The generator as it is, but for one defect: its Service selects the pods of another cache.
jest.mock('backstage-plugin-dragonfly-common', () => {
  const actual = jest.requireActual('backstage-plugin-dragonfly-common');
  return {
    ...actual,
    renderManifests(...input: unknown[]) {
      const result = actual.renderManifests(...input);
      const files = result.files.map(
        (file: { path: string; content: string }) =>
          file.path === 'base/read-service.yaml'
            ? {
                ...file,
                content: file.content.replace('  selector:', '  selectors:'),
              }
            : file,
      );
      return { ...result, files };
    },
  };
});

it('writes nothing when the generator has a defect, and says that it has one', async () => {
  const workspace = createMockDirectory();
  const { server } = await startTestBackend({
    features: [dragonflyBackend(policyDocument())],
  });
  const action = createGenerateManifestsAction({
    auth: mockServices.auth(),
    catalog: catalogServiceMock(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId =>
        `http://localhost:${server.port()}/api/${pluginId}`,
    }),
  });
  const input = {
    name: 'sessions',
    owner: 'group:default/identity',
    useCase: 'session-cache',
    primaryRegion: 'region1',
    otherRegions: ['region2'],
  };

  const run = runAction(action, input, { workspacePath: workspace.path });

  await expect(run).rejects.toThrow(
    /nothing was written\. This is a defect of the generator[\s\S]*base\/read-service\.yaml:12 \(selectors-match\)[\s\S]*base\/read-service\.yaml:14 \(schema\) .*spec\.selectors has no field "selectors"/,
  );
  expect(workspace.content()).toEqual({});
});
