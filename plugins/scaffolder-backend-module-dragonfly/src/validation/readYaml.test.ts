import { readYaml } from './readYaml';

describe('readYaml', () => {
  it('reads an object and its lines', () => {
    const yaml = readYaml(
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\n',
    );

    expect(yaml.object).toMatchObject({ kind: 'Secret' });
    expect(yaml.lineOf(['metadata', 'name'])).toBe(4);
  });

  it('says in which line brackets nest too deeply', () => {
    const yaml = readYaml(`kind: Secret\ndata: ${'['.repeat(200_000)}`);

    expect(yaml.mistakes).toEqual([
      {
        line: 2,
        message: expect.stringContaining('nested deeper than 200 levels'),
      },
    ]);
    expect(yaml.data).toBeUndefined();
  });
});
