import { CacheClaim, settleClaims } from './settleClaims';

function claim(cacheName: string, entity: string): CacheClaim {
  return {
    cacheName,
    entityRef: `resource:${entity}`,
    entityName: entity.split('/')[1],
  };
}

const own = claim('sessions', 'default/sessions');
const rival = claim('sessions', 'default/rival');

describe('settleClaims', () => {
  it.each`
    situation                                        | claims                                       | bindings                                      | owner                          | refused
    ${'an entity named like its cache'}              | ${[own]}                                     | ${[]}                                         | ${'resource:default/sessions'} | ${[]}
    ${'a rival of another name'}                     | ${[rival, own]}                              | ${[]}                                         | ${'resource:default/sessions'} | ${['resource:default/rival']}
    ${'an entity of another name alone'}             | ${[rival]}                                   | ${[]}                                         | ${undefined}                   | ${['resource:default/rival']}
    ${'an entity of another name that config binds'} | ${[rival]}                                   | ${[['sessions', 'resource:default/rival']]}   | ${'resource:default/rival'}    | ${[]}
    ${'the binding wins over the own name'}          | ${[own, rival]}                              | ${[['sessions', 'resource:default/rival']]}   | ${'resource:default/rival'}    | ${['resource:default/sessions']}
    ${'a binding to an entity that does not claim'}  | ${[own]}                                     | ${[['sessions', 'resource:default/missing']]} | ${undefined}                   | ${['resource:default/sessions']}
    ${'two entities of that name in two namespaces'} | ${[own, claim('sessions', 'shop/sessions')]} | ${[]}                                         | ${undefined}                   | ${['resource:default/sessions', 'resource:shop/sessions']}
  `('$situation', ({ claims, bindings, owner, refused }) => {
    const settled = settleClaims(claims, new Map(bindings));

    expect(settled.owners.get('sessions')).toBe(owner);
    expect(settled.refusals.map(problem => problem.entityRef)).toEqual(refused);
    expect(settled.rivalries.map(problem => problem.entityRef)).toEqual(
      owner ? refused.map(() => owner) : [],
    );
    expect(
      [...settled.refusals, ...settled.rivalries].map(({ code }) => code),
    ).not.toContainEqual(expect.not.stringMatching('NAME_TAKEN'));
  });

  it('tells both sides what happened and what to do', () => {
    const message =
      'resource:default/rival claims the cache name "sessions", which belongs to resource:default/sessions, the entity of that name; give this entity another cache name, or set dragonfly.caches.sessions.entityRef in app-config to the right entity.';

    expect(settleClaims([own, rival], new Map())).toMatchObject({
      refusals: [{ entityRef: 'resource:default/rival', message }],
      rivalries: [{ entityRef: 'resource:default/sessions', message }],
    });
  });

  it('keeps the names of different caches apart', () => {
    const flags = claim('flags', 'default/flags');

    expect(settleClaims([own, flags], new Map())).toEqual({
      owners: new Map([
        ['sessions', 'resource:default/sessions'],
        ['flags', 'resource:default/flags'],
      ]),
      refusals: [],
      rivalries: [],
    });
  });
});
