import fc from 'fast-check';
import { independentSpec, rendered } from '../manifests/__testUtils__/caches';
import { ManifestFile } from '../manifests/types';
import { edited, repository } from './__testUtils__/repositories';
import { changeRole } from './changeRole';

const files = repository();

const NOTHING_LEFT = {
  from: 'region2',
  changed: [],
  unchanged: true,
  report: expect.stringContaining('nothing to change'),
};

function errorsOf(folder: readonly ManifestFile[], to = 'region2') {
  const result = changeRole(folder, { to });
  return result.ok ? [] : result.errors;
}

const HOST2 = 'sessions.databases.region2.example.com';
const REPLICA = 'overlays/region2/role-config-map.yaml';
const PRIMARY = 'overlays/region1/role-config-map.yaml';
const WRITE1 = 'overlays/region1/write-service.yaml';
const WRITE2 = 'overlays/region2/write-service.yaml';

describe('a move of the primary is refused', () => {
  it.each`
    situation                                 | path                    | from                                        | to                                                  | code                               | at
    ${'a replica made primary by hand'}       | ${REPLICA}              | ${/ +--replicaof.*\n/}                      | ${''}                                               | ${'several-primaries'}             | ${PRIMARY}
    ${'the primary made replica by hand'}     | ${PRIMARY}              | ${'    # primary\n'}                        | ${`    # replica\n    --replicaof=${HOST2}:6379\n`} | ${'no-primary'}                    | ${PRIMARY}
    ${'a replica of somebody else'}           | ${REPLICA}              | ${'region1.example.com:6379'}               | ${'region9.example.com:6379'}                       | ${'replica-follows-another'}       | ${REPLICA}
    ${'a replica at another port'}            | ${REPLICA}              | ${'example.com:6379'}                       | ${'example.com:6380'}                               | ${'replica-follows-another'}       | ${REPLICA}
    ${'a flag that is spelt otherwise'}       | ${REPLICA}              | ${'--replicaof='}                           | ${'--slaveof='}                                     | ${'file-unreadable'}               | ${REPLICA}
    ${'two primaries to follow'}              | ${REPLICA}              | ${/( +--replicaof.*\n)/}                    | ${'$1$1'}                                           | ${'file-unreadable'}               | ${REPLICA}
    ${'flags in another style'}               | ${REPLICA}              | ${/role.flags: \|\n( {4}.*\n)+/}            | ${'role.flags: "# replica"\n'}                      | ${'file-unreadable'}               | ${REPLICA}
    ${'a role file that is no YAML'}          | ${REPLICA}              | ${'kind: ConfigMap'}                        | ${'kind: [ConfigMap'}                               | ${'file-unreadable'}               | ${REPLICA}
    ${'a write Service that leads elsewhere'} | ${WRITE2}               | ${/externalName: .*/}                       | ${'externalName: elsewhere.example.com'}            | ${'write-service-leads-elsewhere'} | ${WRITE2}
    ${'a write Service that is an alias'}     | ${WRITE1}               | ${/type: ClusterIP\n/}                      | ${`type: ExternalName\n  externalName: ${HOST2}\n`} | ${'write-service-leads-elsewhere'} | ${WRITE1}
    ${'an alias without a name'}              | ${WRITE2}               | ${/ +externalName: .*\n/}                   | ${''}                                               | ${'file-unreadable'}               | ${WRITE2}
    ${'an annotation that disagrees'}         | ${'catalog-info.yaml'}  | ${'primary-region: region1'}                | ${'primary-region: region2'}                        | ${'annotation-disagrees'}          | ${'catalog-info.yaml'}
    ${'no annotation'}                        | ${'catalog-info.yaml'}  | ${/ +dragonflydb.io\/primary-region: .*\n/} | ${''}                                               | ${'annotation-missing'}            | ${'catalog-info.yaml'}
    ${'the entity of another cache'}          | ${'catalog-info.yaml'}  | ${'dragonflydb.io/cache: sessions'}         | ${'dragonflydb.io/cache: other'}                    | ${'annotation-missing'}            | ${'catalog-info.yaml'}
    ${'a record nobody can read'}             | ${'cache-request.yaml'} | ${'kind: CacheRequest'}                     | ${'kind: Request'}                                  | ${'record-unreadable'}             | ${'cache-request.yaml'}
  `('$situation', ({ path, from, to, code, at }) => {
    const errors = errorsOf(
      edited(files, path, content => content.replace(from, to)),
    );
    expect(errors).toContainEqual(expect.objectContaining({ code, path: at }));
    expect(changeRole(files, { to: 'region2' }).ok).toBe(true);
  });

  it('with file, line, what was found and what to do', () => {
    const errors = errorsOf(
      edited(files, WRITE2, content =>
        content.replace(/externalName: .*/, 'externalName: x.example.com'),
      ),
    );
    const line =
      (files.find(({ path }) => path === WRITE2)?.content ?? '')
        .split('\n')
        .findIndex(text => text.includes('externalName:')) + 1;
    expect(errors).toEqual([
      {
        code: 'write-service-leads-elsewhere',
        path: WRITE2,
        line,
        found: 'an alias of "x.example.com"',
        expected:
          'an alias of "sessions.databases.region1.example.com", because the role files say that the primary is in "region1"',
        message: `${WRITE2}, line ${line}: found an alias of "x.example.com"; expected an alias of "sessions.databases.region1.example.com", because the role files say that the primary is in "region1". Ask the servers which region holds the primary (INFO replication), and correct the file that is wrong.`,
      },
    ]);
  });

  it('naming every file of two primaries', () => {
    const errors = errorsOf(
      edited(files, REPLICA, content =>
        content.replace(/ +--replicaof.*\n/, ''),
      ),
    );
    expect(
      errors.map(({ path, line }) => `${path}:${line ? 'line' : ''}`),
    ).toEqual([`${PRIMARY}:line`, `${REPLICA}:line`]);
  });

  it('to a region that the cache does not have', () => {
    expect(errorsOf(files, 'region9')).toMatchObject([
      {
        code: 'unknown-region',
        expected: 'one of its regions: "region1", "region2"',
      },
    ]);
  });

  it('where every region has its own primary', () => {
    expect(errorsOf(rendered(independentSpec()).files)).toMatchObject([
      { code: 'independent-topology' },
    ]);
  });

  it('without a record', () => {
    expect(
      errorsOf(files.filter(({ path }) => path !== 'cache-request.yaml')),
    ).toMatchObject([{ code: 'no-record', path: 'cache-request.yaml' }]);
  });

  it('with every file that is missing', () => {
    const gone = [REPLICA, WRITE1, 'catalog-info.yaml'];
    expect(
      errorsOf(files.filter(({ path }) => !gone.includes(path))).map(
        ({ code, path }) => ({ code, path }),
      ),
    ).toEqual(
      [WRITE1, REPLICA, 'catalog-info.yaml'].map(path => ({
        code: 'file-missing',
        path,
      })),
    );
  });

  it('with a region that the record does not have', () => {
    const path = 'overlays/region7/role-config-map.yaml';
    expect(errorsOf([...files, { path, content: '' }])).toMatchObject([
      { code: 'region-not-recorded', path },
    ]);
  });

  it('or made, whatever somebody did to a file; never anything between', () => {
    const texts = [PRIMARY, REPLICA, WRITE1, WRITE2, 'catalog-info.yaml'];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(700),
        fc.nat(30),
        fc.string({ maxLength: 12 }),
        (path, at, length, put) => {
          const folder = files.map(file =>
            file.path === path
              ? {
                  path,
                  content: [
                    file.content.slice(0, at),
                    put,
                    file.content.slice(at + length),
                  ].join(''),
                }
              : file,
          );
          const result = changeRole(folder, { to: 'region2' });
          const changed = new Map(
            (result.ok ? result.changed : []).map(f => [f.path, f]),
          );
          const after = folder.map(file => changed.get(file.path) ?? file);
          // Refused, a folder stays what it is and is refused again; else there is nothing left to do.
          expect(changeRole(after, { to: 'region2' })).toEqual({
            ...result,
            ...(result.ok && NOTHING_LEFT),
          });
        },
      ),
      { seed: 20261124, numRuns: 500 },
    );
  });
});
