import {
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { cacheTemplate } from '../__testUtils__/cacheTemplate';
import { fieldExtensions } from '../__testUtils__/fieldExtensions';
import { startScaffolder } from '../__testUtils__/startScaffolder';

interface ActionSchema {
  anyOf?: ActionSchema[];
  properties?: Record<string, unknown>;
  required?: string[];
}

/** Groups of every match within the strings of a value. */
function references(value: unknown, pattern: RegExp): string[][] {
  return [...JSON.stringify(value).matchAll(pattern)].map(
    ([, ...groups]) => groups,
  );
}

describe.each(['dragonfly-role', 'dragonfly-cache-change'])(
  'the template %s',
  name => {
    const template = cacheTemplate(name);
    const { output, parameters, steps } = template.spec;
    let actions: Map<string, { input?: ActionSchema; output?: ActionSchema }>;

    beforeAll(async () => {
      const { call } = await startScaffolder({});
      const list: {
        id: string;
        schema: { input?: ActionSchema; output?: ActionSchema };
      }[] = await call('/scaffolder/v2/actions');
      actions = new Map(list.map(({ id, schema }) => [id, schema]));
    });

    it('is a valid entity and a valid template', async () => {
      await expect(
        EntityPolicies.allOf([
          new SchemaValidEntityPolicy(),
          new NoForeignRootFieldsEntityPolicy(),
          new FieldFormatEntityPolicy(),
        ]).enforce(template),
      ).resolves.toBeDefined();
      await expect(
        templateEntityV1beta3Validator.check(template),
      ).resolves.toBe(true);
    });

    it('keeps the steps that variants of it build on', () => {
      const ids = steps.map(({ id }) => id);
      expect(ids.slice(0, 3)).toEqual(['locate', 'fetch', 'change']);
      expect(ids.at(-1)).toBe('publish');
    });

    it('uses form fields that exist', () => {
      const used = references(parameters, /"ui:field":"(\w+)"/g).flat();
      expect(used).toContain('EntityPicker');
      expect(fieldExtensions()).toEqual(expect.arrayContaining(used));
    });

    it.each(steps)('gives the action of "$id" what it takes', step => {
      const input = actions.get(step.action)?.input;
      const given = Object.keys(step.input ?? {});
      const fitting = (input?.anyOf ?? [input ?? {}]).filter(
        ({ properties = {}, required = [] }) =>
          given.every(key => key in properties) &&
          required.every(key => given.includes(key)),
      );
      expect(actions.has(step.action)).toBe(true);
      expect(fitting).toHaveLength(1);
    });

    it('uses parameters that it asks for, and all of them', () => {
      const used = references({ steps, output }, /parameters\.(\w+)/g).flat();
      const asked = references(parameters, /"(\w+)":\{"title"/g).flat();
      expect(new Set(used)).toEqual(new Set(asked));
    });

    it('uses outputs that the steps have', () => {
      const used = references(
        { steps, output },
        /steps\.(\w+)\.output\.(\w+)/g,
      );
      expect(used).not.toEqual([]);
      for (const [id, field] of used) {
        const step = steps.find(candidate => candidate.id === id);
        const outputs = actions.get(step?.action ?? '')?.output?.properties;
        expect(Object.keys(outputs ?? {})).toContain(field);
      }
    });
  },
);
