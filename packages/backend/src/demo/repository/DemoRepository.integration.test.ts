import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { DemoRepository } from './DemoRepository';

describe('DemoRepository', () => {
  let root: string;
  let sourceFolder: string;
  let repository: DemoRepository;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'demo-repository-test-'));
    sourceFolder = join(root, 'generated');
    await mkdir(join(sourceFolder, 'base'), { recursive: true });
    await writeFile(
      join(sourceFolder, 'catalog-info.yaml'),
      'kind: Resource\n',
    );
    await writeFile(join(sourceFolder, 'base/one.yaml'), 'one: 1\n');
    repository = DemoRepository.fromConfig(
      mockServices.rootConfig({
        data: { demo: { repository: { directory: join(root, 'bare.git') } } },
      }),
    );
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  const publish = (folder: string) =>
    repository.publish({ sourceFolder, folder, message: `Add ${folder}` });

  it('serves what was published', async () => {
    await publish('sessions');

    await expect(
      repository.readFile('sessions/catalog-info.yaml'),
    ).resolves.toBe('kind: Resource\n');
  });

  it('commits nothing when the same content is published again', async () => {
    const first = await publish('sessions');
    const second = await publish('sessions');

    expect(second.commit).toBe(first.commit);
  });

  it('replaces the folder of an earlier publication and leaves others alone', async () => {
    await publish('sessions');
    await publish('flags');
    await rm(join(sourceFolder, 'base'), { recursive: true });
    await publish('sessions');

    await expect(repository.readFile('sessions/base/one.yaml')).rejects.toThrow(
      'Found no file "sessions/base/one.yaml" on branch "main"',
    );
    await expect(repository.readFile('flags/base/one.yaml')).resolves.toBe(
      'one: 1\n',
    );
  });

  it('keeps both of two publications that are asked for at once', async () => {
    await Promise.all([publish('sessions'), publish('flags')]);

    await expect(
      Promise.all(
        ['sessions', 'flags'].map(folder =>
          repository.readFile(`${folder}/catalog-info.yaml`),
        ),
      ),
    ).resolves.toHaveLength(2);
  });

  it('gives a folder back as it was published', async () => {
    await publish('sessions');
    const targetFolder = join(root, 'checkout');

    await repository.checkout({ folder: 'sessions', targetFolder });

    await expect(
      readFile(join(targetFolder, 'base/one.yaml'), 'utf8'),
    ).resolves.toBe('one: 1\n');
    await expect(
      repository.checkout({ folder: 'flags', targetFolder }),
    ).rejects.toThrow('Found no folder "flags" on branch "main"');
  });

  it.each(['../secret', 'sessions/../../secret', '/etc/passwd'])(
    'refuses the path %s',
    async path => {
      await publish('sessions');

      await expect(repository.readFile(path)).rejects.toThrow(/Found/);
    },
  );
});
