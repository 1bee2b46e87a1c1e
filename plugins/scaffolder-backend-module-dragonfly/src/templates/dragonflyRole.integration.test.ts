import dragonflyPlugin from 'backstage-plugin-dragonfly-backend';
import { byPath, cacheFiles } from '../__testUtils__/cacheFolder';
import { startWithCache } from '../__testUtils__/cacheInRepository';

const BRANCH = 'dragonfly-role/sessions';

type Portal = Awaited<ReturnType<typeof startWithCache>>;

describe('the template dragonfly-role', () => {
  let portal: Portal | undefined;

  async function start(changes?: Record<string, string>): Promise<Portal> {
    portal = await startWithCache('dragonfly-role', {
      backend: dragonflyPlugin,
      changes,
    });
    return portal;
  }

  afterEach(() => portal?.github.stop());

  it('brings the smallest difference into a pull request', async () => {
    const { differences, folder, github, run } = await start();

    const { log, output, status } = await run({ region: 'region2' });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(differences(BRANCH)).toEqual([
      'catalog-info.yaml',
      'overlays/region1/role-config-map.yaml',
      'overlays/region1/write-service.yaml',
      'overlays/region2/role-config-map.yaml',
      'overlays/region2/write-service.yaml',
    ]);
    const moved = cacheFiles({
      primaryRegion: 'region2',
      otherRegions: ['region1'],
    });
    expect(folder(BRANCH)).toEqual(byPath(moved));
    expect(github.pulls).toEqual([
      {
        number: 1,
        title: 'Primary of sessions in region2',
        body: expect.stringContaining('it does not promote'),
        head: `acme:${BRANCH}`,
        base: 'main',
      },
    ]);
    expect(output).toEqual({
      links: [
        {
          title: 'Pull request',
          icon: 'github',
          url: 'https://github.example.com/acme/platform/pull/1',
        },
        {
          title: 'Cache in the catalog',
          icon: 'catalog',
          entityRef: 'resource:default/sessions',
        },
      ],
      text: [
        {
          title: 'The role is declared once the pull request is merged',
          default: true,
          content: github.pulls[0].body,
        },
      ],
    });
  });

  it('opens no pull request where the role is declared already, and says so', async () => {
    const { github, run } = await start();

    const { log, output, status } = await run({ region: 'region1' });

    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(github.pulls).toEqual([]);
    expect(output).toMatchObject({
      links: [{ title: 'Cache in the catalog' }],
      text: [
        {
          title: 'Nothing to change, no pull request',
          content: expect.stringContaining('there is nothing to change'),
        },
      ],
    });
  });

  it('opens no pull request where the files do not agree, and says where', async () => {
    const path = 'overlays/region2/role-config-map.yaml';
    const text = byPath(cacheFiles())[path];
    const { github, run } = await start({
      [path]: text.replace(/ +--replicaof=.*\n/, ''),
    });

    const { log, status } = await run({ region: 'region2' });

    expect(status).toBe('failed');
    expect(log.join('\n')).toMatch(
      new RegExp(`${path}, line \\d+: found a primary, one of`),
    );
    expect(github.pulls).toEqual([]);
  });

  it('asks for a region that can be one', async () => {
    const { run } = await start();
    await expect(run({ region: 'Region Two' })).rejects.toThrow(
      /400 .*does not match pattern/,
    );
  });
});
