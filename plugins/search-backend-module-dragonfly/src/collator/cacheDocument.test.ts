import {
  cacheEntity,
  cacheState,
  dualPrimary,
  nameTaken,
} from '../__fixtures__/caches';
import { cacheDocument } from './cacheDocument';

const locationTemplate = '/catalog/:namespace/:kind/:name';

describe('cacheDocument', () => {
  it('joins what the catalog declares with what the backend saw', () => {
    const document = cacheDocument(
      cacheEntity('sessions', { spec: { system: 'login' } }),
      {
        health: {
          state: cacheState('sessions', {
            verdict: 'critical',
            reasons: [dualPrimary],
          }),
          problems: [],
        },
        locationTemplate,
      },
    );

    expect(document).toEqual({
      entityRef: 'resource:default/sessions',
      title: 'sessions',
      text: expect.stringContaining('Owner: identity'),
      location: '/catalog/default/resource/sessions',
      authorization: { resourceRef: 'resource:default/sessions' },
      owner: 'group:default/identity',
      system: 'system:default/login',
      useCase: 'Session cache',
      regions: ['frankfurt', 'dublin'],
      verdict: 'critical',
      reasons: ['Frankfurt and Dublin both answer as primary.'],
    });
  });

  it('is "unknown" without health, and keeps what the catalog says', () => {
    const document = cacheDocument(cacheEntity('sessions'), {
      locationTemplate,
    });

    expect(document).toMatchObject({
      useCase: 'session-cache',
      regions: ['frankfurt', 'dublin'],
      verdict: 'unknown',
      reasons: [],
    });
    expect(Object.keys(document)).toContain('system');
  });

  it('says why a declaration is refused', () => {
    const problem = nameTaken('resource:default/copy');

    expect(
      cacheDocument(cacheEntity('copy'), {
        health: { problems: [problem] },
        locationTemplate,
      }),
    ).toMatchObject({ verdict: 'unknown', reasons: [problem.message] });
  });

  it('believes the catalog before the text of the entity', () => {
    const document = cacheDocument(
      cacheEntity('sessions', {
        spec: { owner: 'identity', system: 'login' },
        relations: [
          { type: 'partOf', targetRef: 'domain:default/shop' },
          { type: 'partOf', targetRef: 'system:default/storefront' },
          { type: 'ownedBy', targetRef: 'user:default/robin' },
        ],
      }),
      { locationTemplate },
    );

    expect(document).toMatchObject({
      owner: 'user:default/robin',
      system: 'system:default/storefront',
    });
  });

  it('resolves a short owner in the namespace of the entity', () => {
    const entity = cacheEntity('sessions');

    expect(
      cacheDocument(
        { ...entity, metadata: { ...entity.metadata, namespace: 'Shop' } },
        { locationTemplate: '/x/:kind/:namespace/:name/dragonfly' },
      ),
    ).toMatchObject({
      entityRef: 'resource:shop/sessions',
      owner: 'group:shop/identity',
      location: '/x/resource/shop/sessions/dragonfly',
    });
  });

  it('takes the regions from the backend where the annotation is absent', () => {
    expect(
      cacheDocument(
        cacheEntity('sessions', {
          metadata: { annotations: { 'dragonflydb.io/cache': 'sessions' } },
        }),
        {
          health: { state: cacheState('sessions'), problems: [] },
          locationTemplate,
        },
      ).regions,
    ).toEqual(['frankfurt', 'dublin']);
  });
});
