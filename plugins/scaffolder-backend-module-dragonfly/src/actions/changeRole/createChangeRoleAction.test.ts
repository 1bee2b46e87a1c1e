import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { byPath, cacheFiles } from '../../__testUtils__/cacheFolder';
import { runAction } from '../../__testUtils__/runAction';
import { readFolder } from '../../workspace/readFolder';
import { createChangeRoleAction } from './createChangeRoleAction';
import { examples } from './createChangeRoleAction.examples';

const CHANGED = [
  'catalog-info.yaml',
  'overlays/region1/role-config-map.yaml',
  'overlays/region1/write-service.yaml',
  'overlays/region2/role-config-map.yaml',
  'overlays/region2/write-service.yaml',
];

describe('dragonfly:role:change', () => {
  const workspace = createMockDirectory();

  beforeEach(() => workspace.setContent(byPath(cacheFiles(), 'sessions')));

  const run = (input: {
    sourcePath?: string;
    targetPath?: string;
    to: string;
  }) =>
    runAction(createChangeRoleAction(), input, {
      workspacePath: workspace.path,
    });

  const folder = () => readFolder(workspace.resolve('sessions'));

  it('changes the files of the role in place', async () => {
    const { log, output } = await run({
      sourcePath: 'sessions',
      to: 'region2',
    });

    expect(output).toEqual({
      changed: true,
      from: 'region1',
      to: 'region2',
      paths: CHANGED,
      report: expect.stringContaining('in `region2` instead of `region1`'),
    });
    expect(log).toEqual([
      'The primary is declared in "region2" instead of "region1"; changed 5 files',
    ]);
    const before = byPath(cacheFiles());
    const after = byPath(await folder());
    expect(
      Object.keys(after).filter(path => after[path] !== before[path]),
    ).toEqual(CHANGED);
  });

  it('changes nothing the second time, and comes back to the same bytes', async () => {
    await run({ sourcePath: 'sessions', to: 'region2' });
    const again = await run({ sourcePath: 'sessions', to: 'region2' });
    expect(again.output).toMatchObject({ changed: false, paths: [] });

    await run({ sourcePath: 'sessions', to: 'region1' });
    expect(await folder()).toEqual(
      [...cacheFiles()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
  });

  it('writes the changed files alone to a folder of their own', async () => {
    await run({ sourcePath: 'sessions', targetPath: 'changes', to: 'region2' });

    const changes = await readFolder(workspace.resolve('changes'));
    expect(changes.map(({ path }) => path)).toEqual(CHANGED);
    expect(byPath(await folder())).toEqual(byPath(cacheFiles()));
  });

  it.each`
    situation               | input                                                            | message
    ${'unknown region'}     | ${{ sourcePath: 'sessions', to: 'region9' }}                     | ${/^Nothing was changed: the folder "sessions" .*\n- cache-request.yaml: found no region "region9"/}
    ${'no folder'}          | ${{ sourcePath: 'other', to: 'region2' }}                        | ${/Found no such folder/}
    ${'a wrong folder'}     | ${{ to: 'region2' }}                                             | ${/- cache-request.yaml: found no such file among the \d+ files/}
    ${'a way out'}          | ${{ sourcePath: '../other', to: 'region2' }}                     | ${/Relative path is not allowed/}
    ${'a way out to write'} | ${{ sourcePath: 'sessions', targetPath: '../x', to: 'region2' }} | ${/Relative path is not allowed/}
  `('writes nothing: $situation', async ({ input, message }) => {
    const before = workspace.content();
    await expect(run(input)).rejects.toThrow(message);
    expect(workspace.content()).toEqual(before);
  });

  it('writes nothing where two regions claim the primary', async () => {
    const files = byPath(cacheFiles(), 'sessions');
    const path = 'sessions/overlays/region2/role-config-map.yaml';
    workspace.setContent({
      ...files,
      [path]: files[path].replace(/ +--replicaof=.*\n/, ''),
    });
    const before = workspace.content();
    await expect(
      run({ sourcePath: 'sessions', to: 'region2' }),
    ).rejects.toThrow(
      /overlays\/region1\/role-config-map.yaml, line \d+: found a primary, one of "region1" and "region2"/,
    );
    expect(workspace.content()).toEqual(before);
  });

  it.each(examples)('example: $description', async ({ example }) => {
    const { output } = await run(parse(example).steps[0].input);
    expect(output).toMatchObject({ changed: true });
  });
});
