import fc from 'fast-check';
import { contentOf, rendered } from '../__testUtils__/caches';
import { RECORD_PATH } from './paths';
import { readRecord } from './readRecord';

const text = contentOf(rendered(), RECORD_PATH);

function errorsOf(content: string) {
  const result = readRecord(content);
  return result.ok ? [] : result.errors;
}

function matching(field: string | RegExp) {
  return field instanceof RegExp ? expect.stringMatching(field) : field;
}

describe('readRecord', () => {
  it.each`
    situation                   | from                                  | to                                    | field                   | message
    ${'newer format'}           | ${'cache-request-v1'}                 | ${'cache-request-v2'}                 | ${'apiVersion'}         | ${/is "dragonflydb.io\/cache-request-v2"; expected "dragonflydb.io\/cache-request-v1"\. Restore/}
    ${'path out of the folder'} | ${'README.md:'}                       | ${'../README.md:'}                    | ${'files.../README.md'} | ${/expected at most 2000 relative paths/}
    ${'hidden path'}            | ${'README.md:'}                       | ${'.github/workflows/x.yaml:'}        | ${/^files\./}           | ${/relative paths/}
    ${'digest that is none'}    | ${/sha256:[0-9a-f]{64}/}              | ${'md5:1'}                            | ${/^files\./}           | ${/expected at most 2000/}
    ${'host that is none'}      | ${'host: sessions.databases.region1'} | ${'host: http://sessions.region1'}    | ${'nodes[0].host'}      | ${/expected a list of 1 to 21 nodes/}
    ${'port that is none'}      | ${'port: 6379'}                       | ${'port: 637900'}                     | ${'nodes[0].port'}      | ${/is 637900/}
    ${'node of no region'}      | ${'- region: region2'}                | ${'- region: region3'}                | ${'nodes'}              | ${/one node for each of the regions region1,region2/}
    ${'owner that is none'}     | ${'owner: group:default/identity'}    | ${'owner: identity'}                  | ${'request.owner'}      | ${/^Field "request\.owner" is "identity"; expected the full reference/}
    ${'field nobody knows'}     | ${'  useCase: session-cache'}         | ${'  useCase: session-cache\n  a: 1'} | ${'request.a'}          | ${/no such field/}
    ${'no regions'}             | ${/ {2}regions:\n( {4}- .*\n)+/}      | ${''}                                 | ${'request.regions'}    | ${/is missing; expected the fields of a cache request/}
    ${'YAML that is none'}      | ${'kind: CacheRequest'}               | ${'kind: [CacheRequest'}              | ${RECORD_PATH}          | ${/YAML of one document without aliases, which it is not in line \d+/}
    ${'aliases'}                | ${'kind: CacheRequest'}               | ${'kind: &a CacheRequest\nother: *a'} | ${RECORD_PATH}          | ${/without aliases/}
  `('refuses: $situation', ({ from, to, field, message }) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(errorsOf(changed)).toContainEqual(
      expect.objectContaining({
        field: matching(field),
        message: expect.stringMatching(message),
      }),
    );
  });

  it('refuses a text that is too long before it reads it', () => {
    const started = performance.now();
    const [error] = errorsOf(`${text}${'#'.repeat(5_000_000)}`);
    expect(error.expected).toBe('a text of at most 524288 characters');
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('leaves out what a newer generator adds', () => {
    expect(readRecord(`${text}added: true\n`)).toEqual(readRecord(text));
  });

  it('says where brackets nest too deeply for a reader', () => {
    expect(readRecord(`a: 1\nb: ${'['.repeat(200_000)}`)).toEqual({
      ok: false,
      errors: [
        expect.objectContaining({
          message: expect.stringMatching(
            /in line 2: .*nested deeper than 200 levels.*Restore the file from the last generated commit/,
          ),
        }),
      ],
    });
  });

  it('gives errors and nothing else, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .tuple(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 9 }))
            .map(([at, length, put]) =>
              [text.slice(0, at), put, text.slice(at + length)].join(''),
            ),
        ),
        content => {
          const result = readRecord(content);
          const messages = result.ok
            ? ['Field "none"']
            : result.errors.map(({ message }) => message);
          expect(messages).not.toEqual([]);
          for (const message of messages) {
            expect(message).toMatch(/^Field "/);
            expect(message.length).toBeLessThan(1000);
          }
        },
      ),
      { seed: 20261124, numRuns: 400 },
    );
  });
});
