import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { dragonflyBackend } from '../../__testUtils__/dragonflyBackend';
import { policyDocument } from '../../__testUtils__/policyDocument';
import { createGenerateManifestsAction } from './createGenerateManifestsAction';
import { examples } from './createGenerateManifestsAction.examples';

describe('examples of dragonfly:manifests:generate', () => {
  const workspace = createMockDirectory();
  let baseUrl: string;

  beforeAll(async () => {
    const { server } = await startTestBackend({
      features: [dragonflyBackend(policyDocument())],
    });
    baseUrl = `http://localhost:${server.port()}/api`;
  });

  beforeEach(() => workspace.clear());

  it.each(examples)('work: $description', async ({ example }) => {
    const [step] = parse(example).steps;
    const action = createGenerateManifestsAction({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'shop-web', namespace: 'default' },
          },
        ],
      }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId => `${baseUrl}/${pluginId}`,
      }),
    });
    const context = createMockActionContext({
      input: step.input,
      workspacePath: workspace.path,
    });

    await action.handler(context);

    expect(step.action).toBe(action.id);
    expect(context.output).toHaveBeenCalledWith(
      'summary',
      expect.stringContaining(step.input.name),
    );
    expect(workspace.content()).not.toEqual({});
  });
});
