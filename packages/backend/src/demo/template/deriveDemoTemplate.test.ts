import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { deriveDemoTemplate } from './deriveDemoTemplate';

const original = parse(
  readFileSync(
    resolvePackagePath(
      'backend',
      '../../templates/dragonfly-cache/template.yaml',
    ),
    'utf8',
  ),
);

describe('deriveDemoTemplate', () => {
  it('keeps the wizard and the generate step of the original', () => {
    const { spec } = deriveDemoTemplate(original);

    expect(spec).toMatchObject({
      parameters: original.spec.parameters.filter(
        (page: { title: string }) => page.title !== 'Repository',
      ),
      steps: [
        original.spec.steps[0],
        { id: 'publish', action: 'demo:repository:publish' },
        { id: 'apply', action: 'demo:fleet:apply' },
        { id: 'register', action: 'catalog:register' },
        { id: 'await', action: 'demo:catalog:await-entity' },
      ],
    });
    expect(original.spec.parameters).toHaveLength(8);
  });

  it('asks for nothing that the wizard does not', () => {
    const { spec } = deriveDemoTemplate(original);
    // The generate step takes a repository when there is one.
    const text = JSON.stringify(spec, (key, value) =>
      key === 'repository' ? undefined : value,
    );

    expect(text).not.toContain('repoUrl');
    expect(text).not.toContain('parameters.folder');
  });

  it('is a valid template entity', async () => {
    await expect(
      templateEntityV1beta3Validator.check(deriveDemoTemplate(original)),
    ).resolves.toBe(true);
  });

  it('says which step it misses', () => {
    const renamed = structuredClone(original);
    renamed.spec.steps[0].id = 'render';

    expect(() => deriveDemoTemplate(renamed)).toThrow(
      'Found no step "generate" in template "dragonfly-cache"; it has "render", "publish", "register".',
    );
  });
});
