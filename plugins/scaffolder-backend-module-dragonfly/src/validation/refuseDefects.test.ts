import { mockServices } from '@backstage/backend-test-utils';
import {
  ManifestSettings,
  renderManifests,
} from 'backstage-plugin-dragonfly-common';
import { platform, request, shippedPolicy } from './__testUtils__/generated';
import { refuseDefects } from './refuseDefects';

function generated(settings: ManifestSettings = platform) {
  const policy = shippedPolicy();
  const spec = request();
  const rendered = renderManifests(spec, policy, settings, {
    policyRevision: 'sha256-4f1c',
  });
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.errors));
  return { rendered, files: rendered.files, request: spec, policy, settings };
}

describe('refuseDefects', () => {
  it('lets files pass in which nothing is wrong', async () => {
    const logger = mockServices.logger.mock();
    const files = generated();
    expect(await refuseDefects(files, logger)).toEqual([]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(
        new RegExp(`^Checked ${files.files.length} files in \\d+ ms$`),
      ),
    );
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('logs and returns what is worth knowing', async () => {
    const logger = mockServices.logger.mock();
    const newer = generated({ ...platform, serverVersion: '1.44.0' });
    const warnings = await refuseDefects(newer, logger);
    expect(warnings.map(({ rule }) => rule)).toEqual([
      'server-version-untested',
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^base\/stateful-set\.yaml:\d+ \(server-version-untested\) .*1\.44\.0/,
      ),
    );
  });

  it.each`
    kind             | from                 | to                    | text
    ${'rule'}        | ${'serviceName: s'}  | ${'serviceName: t'}   | ${/base\/stateful-set\.yaml:\d+ \(referenced-objects-exist\) StatefulSet databases\/sessions refers to Service "tessions"/}
    ${'schema'}      | ${'  replicas: 1'}   | ${'  replica: 1'}     | ${/base\/stateful-set\.yaml:\d+ \(schema\) .*spec\.replica has no field "replica"/}
    ${'policy rule'} | ${'cache_mode=true'} | ${'cache_mode=false'} | ${/base\/stateful-set\.yaml:\d+ \(adr-eviction\)/}
  `(
    'refuses what breaks a $kind, and says where',
    async ({ from, to, text }) => {
      const { files, ...rest } = generated();
      const broken = files.map(file =>
        file.path === 'base/stateful-set.yaml'
          ? { ...file, content: file.content.replace(from, to) }
          : file,
      );
      const refused = refuseDefects(
        { ...rest, files: broken },
        mockServices.logger.mock(),
      );
      await expect(refused).rejects.toThrow(text);
      await expect(refused).rejects.toThrow(
        /nothing was written\. This is a defect of the generator and not of your answers/,
      );
    },
  );
});
