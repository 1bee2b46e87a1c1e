import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { byPath, cacheFiles } from '../../__testUtils__/cacheFolder';
import { runAction } from '../../__testUtils__/runAction';
import { readFolder } from '../../workspace/readFolder';
import { createRetireManifestsAction } from './createRetireManifestsAction';
import { examples } from './createRetireManifestsAction.examples';

const notes = { 'sessions/NOTES.md': 'ours' };

describe('dragonfly:manifests:retire', () => {
  const workspace = createMockDirectory();

  beforeEach(() =>
    workspace.setContent({ ...byPath(cacheFiles(), 'sessions'), ...notes }),
  );

  const run = (input: {
    sourcePath?: string;
    targetPath?: string;
    consumersMoved?: boolean;
  }) =>
    runAction(createRetireManifestsAction(), input, {
      workspacePath: workspace.path,
    });

  it('deletes what was generated', async () => {
    const { output } = await run({
      sourcePath: 'sessions',
      consumersMoved: true,
    });

    const generated = cacheFiles()
      .map(({ path }) => path)
      .filter(path => !path.includes('/custom/'));
    expect(output).toEqual({
      changed: true,
      paths: [],
      deleted: generated.sort(),
      report: expect.stringContaining('Retires the cache `sessions`'),
    });
    const left = await readFolder(workspace.resolve('sessions'));
    expect(
      left.map(({ path }) => path).filter(path => !path.includes('/custom/')),
    ).toEqual(['NOTES.md']);
  });

  it('touches nothing where a pull request is to delete', async () => {
    const before = await readFolder(workspace.resolve('sessions'));
    await run({
      sourcePath: 'sessions',
      targetPath: 'changes',
      consumersMoved: true,
    });
    expect(await readFolder(workspace.resolve('sessions'))).toEqual(before);
    expect(await readFolder(workspace.resolve('changes'))).toEqual([]);
  });

  it('keeps a cache that somebody uses', async () => {
    const before = workspace.content();
    await expect(run({ sourcePath: 'sessions' })).rejects.toThrow(
      /found the consumer "component:default\/web"; expected no consumer/,
    );
    expect(workspace.content()).toEqual(before);
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const { output } = await run(parse(example).steps[0].input);
    expect(output).toMatchObject({ changed: true });
  });
});
