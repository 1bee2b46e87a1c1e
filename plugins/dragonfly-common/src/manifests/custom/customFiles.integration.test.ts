import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identitiesOf } from '../__testUtils__/objects';
import { contentOf, rendered } from '../__testUtils__/caches';
import { kustomizeBuild, writeFiles } from '../__testUtils__/kustomize';

const path = 'overlays/region1/custom/kustomization.yaml';
const manifests = rendered();

/** What a user adds: one object of their own, and a patch of a generated one. */
const USERS_OWN = `
resources:
  - quota.yaml
patches:
  - target: { kind: StatefulSet, name: sessions }
    patch: |-
      - op: add
        path: /spec/template/spec/priorityClassName
        value: platform-critical
`;

const QUOTA = `
apiVersion: v1
kind: ResourceQuota
metadata: { name: sessions, namespace: databases }
spec: { hard: { pods: "3" } }
`;

describe('overlays/<region>/custom', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifests-'));
    writeFiles(folder, manifests.files);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const build = (region: string) =>
    kustomizeBuild(join(folder, 'overlays', region));

  it('changes nothing as it is generated', () => {
    const before = build('region1');
    writeFileSync(
      join(folder, 'overlays/region1/kustomization.yaml'),
      contentOf(manifests, 'overlays/region1/kustomization.yaml').replace(
        /components:\n {2}- custom\n/,
        '',
      ),
    );
    expect(before).toEqual(build('region1'));
  });

  it('adds to its own region and patches what is generated', () => {
    const other = build('region2');
    const generated = identitiesOf(build('region1'));
    writeFileSync(join(folder, path), contentOf(manifests, path) + USERS_OWN);
    writeFileSync(join(folder, 'overlays/region1/custom/quota.yaml'), QUOTA);

    const built = build('region1');
    expect(identitiesOf(built)).toEqual(
      [...generated, 'ResourceQuota databases/sessions'].sort(),
    );
    expect(built).toContainEqual(
      expect.objectContaining({
        kind: 'StatefulSet',
        spec: expect.objectContaining({
          template: expect.objectContaining({
            spec: expect.objectContaining({
              priorityClassName: 'platform-critical',
            }),
          }),
        }),
      }),
    );
    expect(build('region2')).toEqual(other);
  });
});
