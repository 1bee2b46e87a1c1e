import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findKustomize } from './findKustomize';
import { renderKustomize } from './renderKustomize';

describe('kustomize', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kustomize-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('renders a folder with the real program', async () => {
    await writeFile(
      join(folder, 'kustomization.yaml'),
      'namePrefix: dr-\nresources: [role.yaml]\n',
    );
    await writeFile(
      join(folder, 'role.yaml'),
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: role}\ndata: {a: "1"}\n',
    );
    await expect(renderKustomize(folder)).resolves.toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'dr-role' },
        data: { a: '1' },
      },
    ]);
  });

  it('says what kustomize says', async () => {
    await expect(renderKustomize(folder)).rejects.toThrow(
      /kustomize cannot build ".*": .*unable to find one of 'kustomization.yaml'/,
    );
  });

  it('is the one of KUSTOMIZE, else the packaged one, else the one on PATH', async () => {
    const path = join(folder, 'kustomize');
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    await expect(findKustomize({ KUSTOMIZE: path }, '/x')).resolves.toBe(path);
    await expect(findKustomize({}, path)).resolves.toBe(path);
    await expect(findKustomize({ PATH: folder }, '/nosuch')).resolves.toBe(
      path,
    );
  });

  it('says what to install when there is none', async () => {
    await expect(findKustomize({ PATH: '/nosuch' }, '/nosuch')).rejects.toThrow(
      'Found no kustomize; install it from https://kustomize.io, or set KUSTOMIZE to its path.',
    );
    await expect(findKustomize({ KUSTOMIZE: '/nosuch' })).rejects.toThrow(
      'KUSTOMIZE is "/nosuch", which is not an executable file',
    );
  });
});
