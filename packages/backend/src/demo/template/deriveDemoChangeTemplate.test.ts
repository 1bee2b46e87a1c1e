import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';
import { deriveDemoChangeTemplate } from './deriveDemoChangeTemplate';

const original = (name: string) =>
  parse(
    readFileSync(
      resolvePackagePath('backend', `../../templates/${name}/template.yaml`),
      'utf8',
    ),
  );

describe.each([
  ['dragonfly-role', ['change']],
  ['dragonfly-cache-change', ['change', 'retire']],
])('the demo’s variant of %s', (name, changes) => {
  const before = original(name);
  const after = deriveDemoChangeTemplate(before);

  it('keeps the questions and what it changes', () => {
    expect(after.spec?.parameters).toEqual(before.spec.parameters);
    expect(after.spec?.steps).toMatchObject([
      { id: 'locate', action: 'demo:repository:checkout' },
      ...before.spec.steps
        .filter(({ id }: { id: string }) => changes.includes(id))
        .map(({ action, id, if: when }: Record<string, string>) => ({
          action,
          id,
          ...(when && { if: when }),
        })),
      {
        id: 'publish',
        action: 'demo:repository:publish',
        if: expect.stringContaining('steps.change.output.changed'),
      },
    ]);
  });

  it('asks for no repository, and changes the files in place', () => {
    const text = JSON.stringify(after);
    expect(text).not.toContain('steps.locate.output.repoUrl');
    expect(text).not.toContain('targetPath');
    expect(text).not.toContain('steps.publish.output');
  });

  it('is a valid template entity', async () => {
    await expect(templateEntityV1beta3Validator.check(after)).resolves.toBe(
      true,
    );
  });

  it('says which step it misses', () => {
    const renamed = structuredClone(before);
    renamed.spec.steps = renamed.spec.steps.slice(0, 2);
    expect(() => deriveDemoChangeTemplate(renamed)).toThrow(
      `Found no step "publish" in template "${name}"; it has "locate", "fetch".`,
    );
  });
});
