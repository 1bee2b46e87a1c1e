import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  independentSpec,
  platformSettings,
  policyOf,
  rendered,
  repository,
} from '../__testUtils__/caches';
import { kustomizeBuild, writeFiles } from '../__testUtils__/kustomize';
import { identitiesOf } from '../__testUtils__/objects';

describe('kustomize build of the flavour "operator"', () => {
  it('gives the resource and what stands around it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    try {
      writeFiles(
        folder,
        rendered(
          independentSpec({ flavour: 'operator', repository }),
          policyOf(),
          platformSettings(),
        ).files,
      );
      for (const region of ['region1', 'region2']) {
        expect(
          identitiesOf(kustomizeBuild(join(folder, 'overlays', region))),
        ).toEqual(
          expect.arrayContaining([
            'Dragonfly databases/limits',
            'ExternalSecret databases/limits-credentials',
            'NetworkPolicy databases/limits-connection',
            'Service databases/limits-read',
            'Service databases/limits-write',
          ]),
        );
      }
      expect(
        identitiesOf(kustomizeBuild(join(folder, 'consumers/checkout'))),
      ).toEqual([
        'ConfigMap checkout/limits-connection-checkout',
        'ExternalSecret checkout/limits-credentials-checkout',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
