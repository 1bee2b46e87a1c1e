import { LineCounter } from 'yaml';
import { parseYaml, parseYamlDocument, parseYamlDocuments } from './parseYaml';

const REFUSAL = /nested deeper than 200 levels; close the brackets/;

const closed = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('the YAML of others', () => {
  it.each`
    text                                      | line
    ${'['.repeat(200_000)}                    | ${1}
    ${`a: 1\nb: ${'['.repeat(200_000)}`}      | ${2}
    ${`a: 1\n---\n${'{b: '.repeat(100_000)}`} | ${3}
    ${closed(201)}                            | ${1}
  `('is refused when it nests too deeply: line $line', ({ text, line }) => {
    for (const documents of [
      parseYamlDocuments(text),
      [parseYamlDocument(text)],
    ]) {
      expect(documents).toHaveLength(1);
      expect(documents[0].errors).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(REFUSAL),
          linePos: [expect.objectContaining({ line })],
        }),
      ]);
      expect(documents[0].contents).toBeNull();
    }
    expect(() => parseYaml(text)).toThrow(REFUSAL);
  });

  it('is refused when lists without brackets nest too deeply', () => {
    expect(() => parseYaml('- '.repeat(100_000))).toThrow();
  });

  it('keeps the lines of a refused text', () => {
    const lineCounter = new LineCounter();
    const [document] = parseYamlDocuments(`a: 1\n\n${'['.repeat(201)}`, {
      lineCounter,
    });

    expect(lineCounter.linePos(document.errors[0].pos[0])).toEqual({
      line: 3,
      col: 201,
    });
  });

  it('is read when it nests as deeply as allowed', () => {
    expect(JSON.stringify(parseYaml(closed(200)))).toBe(closed(200));
  });

  it('is read as ever otherwise', () => {
    expect(
      parseYamlDocuments('a: 1\n---\nb: [2, {c: 3}]').map(d => d.toJS()),
    ).toEqual([{ a: 1 }, { b: [2, { c: 3 }] }]);
    expect(parseYamlDocuments('')).toEqual([]);
    expect(parseYaml('a: 1')).toEqual({ a: 1 });
    expect(() => parseYaml('a: [')).toThrow(/line 1/);
    expect(parseYamlDocument('a: 1\n---\nb: 2').errors).toHaveLength(1);
  });
});
