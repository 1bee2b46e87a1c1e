import { InputError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { entitySchema } from './kubernetesSchemas';
import { readRegion } from './readRegion';
import { renderKustomize } from './renderKustomize';
import { CacheManifests } from '../types';

async function readEntityRef(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'catalog-info.yaml'), 'utf8').catch(
    () => undefined,
  );
  const entity = text && entitySchema.safeParse(parse(text));
  if (!entity || !entity.success) {
    return undefined;
  }
  const { kind, metadata } = entity.data;
  return `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase();
}

async function overlaysOf(folder: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'overlays'), {
    withFileTypes: true,
  }).catch(() => []);
  const regions = entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  if (regions.length === 0) {
    throw new InputError(
      `Found no overlay in "${join(folder, 'overlays')}"; expected one folder for each region, as the generator makes them.`,
    );
  }
  return regions;
}

/**
 * Reads a folder of generated manifests: `base/`, one folder below `overlays/` for each region, and the catalog
 * entity. Each overlay is rendered by the real kustomize.
 *
 * @throws Error when the overlays do not describe one cache
 */
export async function readManifests(folder: string): Promise<CacheManifests> {
  const regions = await Promise.all(
    (await overlaysOf(folder)).map(async region =>
      readRegion(
        region,
        await renderKustomize(join(folder, 'overlays', region)),
      ),
    ),
  );
  const names = [...new Set(regions.map(({ workload }) => workload.name))];
  if (names.length !== 1) {
    throw new InputError(
      `The overlays in "${folder}" name different caches (${names.join(', ')}); expected one cache.`,
    );
  }
  return {
    name: names[0],
    entityRef: await readEntityRef(folder),
    regions,
  };
}
