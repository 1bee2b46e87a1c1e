import dragonflyPlugin from 'backstage-plugin-dragonfly-backend';
import { byPath, cacheFiles } from '../__testUtils__/cacheFolder';
import { startWithCache } from '../__testUtils__/cacheInRepository';

const BRANCH = 'dragonfly-cache-change/sessions';

type Portal = Awaited<ReturnType<typeof startWithCache>>;

describe('the template dragonfly-cache-change', () => {
  let portal: Portal | undefined;

  async function start(changes?: Record<string, string>): Promise<Portal> {
    portal = await startWithCache('dragonfly-cache-change', {
      backend: dragonflyPlugin,
      changes,
    });
    return portal;
  }

  afterEach(() => portal?.github.stop());

  it('opens no pull request where nothing has changed, and says so', async () => {
    const { github, run } = await start();

    const { log, output, status } = await run({ change: 'regenerate' });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(github.pulls).toEqual([]);
    expect(output).toMatchObject({
      links: [{ title: 'Cache in the catalog' }],
      text: [{ title: 'Nothing to change, no pull request' }],
    });
  });

  it('resizes', async () => {
    const { differences, folder, github, run } = await start();

    const { log, status } = await run({
      change: 'resize',
      memory: '4Gi',
      threads: 4,
    });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(folder(BRANCH)).toEqual(
      byPath(cacheFiles({ memoryBytes: 4 * 2 ** 30, threads: 4 })),
    );
    expect(differences(BRANCH)).toContain('base/stateful-set.yaml');
    expect(differences(BRANCH)).not.toContain('catalog-info.yaml');
    expect(github.pulls).toMatchObject([
      {
        title: 'Dragonfly cache sessions: resize',
        body: expect.stringContaining('Memory: 2 GiB → 4 GiB'),
      },
    ]);
  });

  it('lets a consumer in and another one go, with its files', async () => {
    const { folder, github, run } = await start();

    const { log, status } = await run({
      change: 'consumers',
      addConsumers: ['component:default/checkout'],
      removeConsumers: ['component:default/web'],
    });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(folder(BRANCH)).toEqual(
      byPath(
        cacheFiles({
          consumers: [{ entityRef: 'component:default/checkout' }],
        }),
      ),
    );
    expect(github.pulls).toHaveLength(1);
  });

  it('retires the cache and leaves what was not generated', async () => {
    const { folder, github, run } = await start({ 'NOTES.md': 'ours\n' });

    const { log, status } = await run({
      change: 'retire',
      consumersMoved: true,
    });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    const left = Object.keys(folder(BRANCH));
    expect(left.filter(path => !path.includes('/custom/'))).toEqual([
      'NOTES.md',
    ]);
    expect(github.git.files(BRANCH)['README.md']).toBe('# Platform\n');
    expect(github.pulls).toMatchObject([
      {
        title: 'Dragonfly cache sessions: retire',
        body: expect.stringContaining('Retires the cache `sessions`'),
      },
    ]);
  });

  it.each`
    situation             | values                                              | message
    ${'somebody uses it'} | ${{ change: 'retire' }}                             | ${/found the consumer "component:default\/web"/}
    ${'it does not fit'}  | ${{ change: 'resize', memory: '1Gi', threads: 60 }} | ${/Field "threads" is 60/}
  `('opens no pull request where $situation', async ({ values, message }) => {
    const { github, run } = await start();
    const { log, status } = await run(values);
    expect(status).toBe('failed');
    expect(log.join('\n')).toMatch(message);
    expect(github.pulls).toEqual([]);
  });

  it('stops at an edited file, and writes over it when it is told to', async () => {
    const path = 'base/stateful-set.yaml';
    const { folder, github, run } = await start({
      [path]: `${byPath(cacheFiles())[path]}# ours\n`,
    });

    const stopped = await run({ change: 'regenerate' });
    expect(stopped.status).toBe('failed');
    expect(stopped.log.join('\n')).toContain(`- ${path}: found a text`);
    expect(github.pulls).toEqual([]);

    const forced = await run({ change: 'regenerate', overwriteEdited: true });
    expect(forced).toMatchObject({ status: 'completed' });
    expect(folder(BRANCH)).toEqual(byPath(cacheFiles()));
  });

  it('asks for the size of a resize', async () => {
    const { run } = await start();
    await expect(run({ change: 'resize' })).rejects.toThrow(/400 .*memory/);
  });
});
