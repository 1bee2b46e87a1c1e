import { join } from 'node:path';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { FleetControlClient } from 'cache-fleet';
import { createApplyAction } from './createApplyAction';

type Applied = Awaited<ReturnType<FleetControlClient['apply']>>;

function setUp(applied: Partial<Applied> = {}) {
  const folders: string[] = [];
  const logger = mockServices.logger.mock();
  const action = createApplyAction({
    fleet: {
      apply: async folder => {
        folders.push(folder);
        return {
          cache: {
            name: 'sessions',
            entityRef: 'resource:default/sessions',
            topology: 'replicated',
            nodes: [],
            links: [],
          },
          started: ['region1', 'region2'],
          pendingRestart: [],
          untranslated: [],
          ...applied,
        };
      },
    },
  });
  const run = (isDryRun = false, sourcePath = 'sessions') => {
    const context = createMockActionContext({ input: { sourcePath }, logger });
    return action.handler({ ...context, isDryRun }).then(() => context);
  };
  const lines = () => logger.info.mock.calls.map(([line]) => line);
  return { run, folders, lines };
}

describe('demo:fleet:apply', () => {
  it('applies the folder of the workspace and says what was started and left out', async () => {
    const { run, folders, lines } = setUp({
      untranslated: [
        {
          argument: '--admin_port=9999',
          region: 'region1',
          reason: 'redis has no admin port',
        },
      ],
    });
    const context = await run();

    expect(folders).toEqual([join(context.workspacePath, 'sessions')]);
    expect(lines()).toEqual([
      'Rendering the overlays and starting the servers',
      'Left out --admin_port=9999: redis has no admin port',
      'Started region1 and region2; the cache is ready',
    ]);
  });

  it('says when there was nothing to start', async () => {
    const { run, lines } = setUp({ started: [] });
    await run();

    expect(lines()).toContain('The servers already run as the manifests say');
  });

  it('starts nothing in a dry run', async () => {
    const { run, folders } = setUp();
    await run(true);

    expect(folders).toEqual([]);
  });

  it('refuses a folder outside the workspace', async () => {
    const { run, folders } = setUp();

    await expect(run(false, '../elsewhere')).rejects.toThrow(/not allowed/i);
    expect(folders).toEqual([]);
  });
});
