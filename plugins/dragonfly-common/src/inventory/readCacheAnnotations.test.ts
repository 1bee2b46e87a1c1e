import { cacheEntity } from './__fixtures__/cacheEntity';
import { readCacheAnnotations } from './readCacheAnnotations';

describe('readCacheAnnotations', () => {
  it('reads every annotation', () => {
    expect(
      readCacheAnnotations(
        cacheEntity({
          profile: 'default',
          useCase: 'session-cache',
          regions: 'region2, region1',
        }),
      ),
    ).toEqual({
      annotations: {
        name: 'sessions',
        profile: 'default',
        useCase: 'session-cache',
        topology: 'replicated',
        regions: ['region2', 'region1'],
        primaryRegion: 'region1',
      },
      problems: [],
    });
  });

  it.each`
    annotation         | value                 | expected
    ${'cache'}         | ${'Sessions'}         | ${'"dragonflydb.io/cache" of resource:default/sessions is "Sessions"; expected a DNS label'}
    ${'cache'}         | ${'a.evil.example'}   | ${'is "a.evil.example"; expected a DNS label'}
    ${'cache'}         | ${'../../etc/passwd'} | ${'is "../../etc/passwd"; expected a DNS label'}
    ${'cache'}         | ${'x\ny'}             | ${'is "x\\ny"; expected a DNS label'}
    ${'cache'}         | ${''}                 | ${'is ""; expected a DNS label'}
    ${'cache'}         | ${'a'.repeat(200)}    | ${`is "${'a'.repeat(80)}…"; expected a DNS label`}
    ${'profile'}       | ${' '}                | ${'"dragonflydb.io/profile" of resource:default/sessions is " "; expected a name'}
    ${'useCase'}       | ${'Session cache'}    | ${'"dragonflydb.io/use-case" of resource:default/sessions is "Session cache"; expected a DNS label'}
    ${'topology'}      | ${'ring'}             | ${'"dragonflydb.io/topology" of resource:default/sessions is "ring"; expected one of "replicated", "independent"'}
    ${'topology'}      | ${'constructor'}      | ${'expected one of "replicated", "independent"'}
    ${'regions'}       | ${'region1,'}         | ${'"dragonflydb.io/regions" of resource:default/sessions is "region1,"; expected different region names'}
    ${'regions'}       | ${'region1,region1'}  | ${'expected different region names'}
    ${'primaryRegion'} | ${'region3'}          | ${'"dragonflydb.io/primary-region" of resource:default/sessions is "region3"; expected one of the regions of annotation "dragonflydb.io/regions": "region1", "region2"'}
  `(
    'refuses $annotation = $value and says what was expected',
    ({ annotation, value, expected }) => {
      const { annotations, problems } = readCacheAnnotations(
        cacheEntity({ [annotation]: value }),
      );

      expect(problems).toEqual([
        {
          code: 'INVALID_ANNOTATION',
          entityRef: 'resource:default/sessions',
          message: expect.stringContaining(expected),
        },
      ]);
      const key = annotation === 'cache' ? 'name' : annotation;
      expect(annotations).toMatchObject({ [key]: undefined });
    },
  );

  it('has no primary region for an independent cache', () => {
    const { annotations, problems } = readCacheAnnotations(
      cacheEntity({ topology: 'independent' }),
    );

    expect(annotations.primaryRegion).toBeUndefined();
    expect(problems.map(problem => problem.message)).toEqual([
      expect.stringContaining(
        'expected no such annotation, because every region of an "independent" cache holds a primary',
      ),
    ]);
  });
});
