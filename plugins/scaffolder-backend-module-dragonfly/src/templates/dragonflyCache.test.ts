import {
  entityEnvelopeSchemaValidator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import {
  cacheTemplate,
  cacheTemplatePages,
} from '../__testUtils__/cacheTemplate';
import { fieldExtensions } from '../__testUtils__/fieldExtensions';
import { startScaffolder } from '../__testUtils__/startScaffolder';

interface ActionSchema {
  anyOf?: ActionSchema[];
  properties?: Record<string, unknown>;
  required?: string[];
}

const template = cacheTemplate();
const pages = cacheTemplatePages();
const { steps, output } = template.spec;

const pageOf = (title: string) => pages.find(page => page.title === title);

describe('the template dragonfly-cache', () => {
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
    expect(() => entityEnvelopeSchemaValidator()(template)).not.toThrow();
    await expect(
      EntityPolicies.allOf([
        new SchemaValidEntityPolicy(),
        new NoForeignRootFieldsEntityPolicy(),
        new FieldFormatEntityPolicy(),
      ]).enforce(template),
    ).resolves.toBeDefined();
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });

  it('keeps the names that variants of it build on', () => {
    expect(pages.map(({ title }) => title)).toEqual([
      'Cache',
      'Use case',
      'Regions',
      'Sizing',
      'Consumers',
      'Repository',
      'Output',
      'Preview',
    ]);
    expect(steps.map(({ id }) => id)).toEqual([
      'generate',
      'publish',
      'register',
    ]);
  });

  it('needs the page "Repository" for nothing but the repository', () => {
    const asked = Object.keys(pageOf('Repository')?.properties ?? {});
    const { repository, ...input } = steps[0].input ?? {};

    expect(asked).not.toEqual([]);
    expect(references(repository, /parameters\.(\w+)/g).flat()).toEqual(
      expect.arrayContaining(asked),
    );
    expect(
      references(input, /parameters\.(\w+)/g).filter(([name]) =>
        asked.includes(name),
      ),
    ).toEqual([]);
  });

  it('uses form fields that exist', () => {
    const used = pages
      .flatMap(({ properties }) => Object.values(properties ?? {}))
      .flatMap(property => property['ui:field'] ?? []);

    expect(used).toEqual(
      expect.arrayContaining([
        'DragonflyCacheName',
        'DragonflyUseCasePicker',
        'DragonflyRegionPicker',
        'DragonflySizing',
        'DragonflyConsumers',
        'DragonflyOutputOptions',
        'DragonflyManifestPreview',
      ]),
    );
    expect(fieldExtensions()).toEqual(expect.arrayContaining(used));
  });

  it('requires only what it asks for', () => {
    for (const { properties = {}, required = [] } of pages) {
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(required));
    }
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
    const asked = pages.flatMap(({ properties = {} }) =>
      Object.entries(properties),
    );
    const names = asked.map(([name]) => name);
    const fields = asked.flatMap(([name, { properties = {} }]) =>
      Object.keys(properties).map(field => `${name}.${field}`),
    );

    const used = references(
      { steps, output },
      /parameters\.(\w+(?:\.\w+)?)/g,
    ).flat();

    expect([...names, ...fields]).toEqual(expect.arrayContaining(used));
    expect(new Set(used.map(path => path.split('.')[0]))).toEqual(
      new Set(
        asked
          // A preview shows answers; it asks for none.
          .filter(
            ([, field]) => field['ui:field'] !== 'DragonflyManifestPreview',
          )
          .map(([name]) => name),
      ),
    );
  });

  it('uses outputs of earlier steps that they have', () => {
    const places = [...steps.map(({ input }) => input), output];
    places.forEach((place, index) => {
      const used = references(place, /steps\.(\w+)\.output\.(\w+)/g);
      for (const [id, name] of used) {
        const earlier = steps.slice(0, index).find(step => step.id === id);
        const outputs = actions.get(earlier?.action ?? '')?.output?.properties;
        // catalog:register declares no output schema; it gives these two.
        const known = outputs ?? { catalogInfoUrl: {}, entityRef: {} };
        expect(earlier).toBeDefined();
        expect(Object.keys(known)).toContain(name);
      }
    });
  });

  it.each`
    name               | fits
    ${'sessions'}      | ${true}
    ${'rate-limits-2'} | ${true}
    ${'a'.repeat(40)}  | ${true}
    ${'a'.repeat(41)}  | ${false}
    ${'2fast'}         | ${false}
    ${'sessions-'}     | ${false}
    ${'Sessions'}      | ${false}
    ${'a.b'}           | ${false}
  `('takes the name "$name": $fits', ({ name, fits }) => {
    expect(matches('Cache', 'name', name)).toBe(fits);
  });

  it.each`
    folder             | fits
    ${'caches'}        | ${true}
    ${'deploy/caches'} | ${true}
    ${'../caches'}     | ${false}
    ${'/caches'}       | ${false}
    ${'caches/'}       | ${false}
    ${'a/../b'}        | ${false}
  `('takes the folder "$folder": $fits', ({ folder, fits }) => {
    expect(matches('Repository', 'folder', folder)).toBe(fits);
  });

  function matches(page: string, property: string, value: string): boolean {
    const { pattern } = pageOf(page)?.properties?.[property] ?? {};
    if (pattern === undefined) {
      throw new Error(`Found no pattern of "${property}" on page "${page}"`);
    }
    return new RegExp(pattern).test(value);
  }
});

/** Groups of every match within the strings of a value. */
function references(value: unknown, pattern: RegExp): string[][] {
  return [...JSON.stringify(value).matchAll(pattern)].map(
    ([, ...groups]) => groups,
  );
}
