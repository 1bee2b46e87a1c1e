import fc from 'fast-check';
import { Policy } from '../policy/types';
import { cacheEntity, inventoryContext } from './__fixtures__/cacheEntity';
import { declareCaches } from './declareCaches';
import { isDnsLabel } from './dnsLabel';

type PolicyUseCase = Policy['useCases'][number];

const useCase = (
  id: string,
  disasterRecovery: PolicyUseCase['disasterRecovery'],
): PolicyUseCase => ({
  id,
  title: `Title of ${id}`,
  ttl: { seconds: 60, text: '1m' },
  eviction: 'lru',
  disasterRecovery,
  otherColumns: {},
  line: 1,
});

function policyWith(useCases: PolicyUseCase[]): Policy {
  const nowhere = { value: '', line: 1 };
  const server = {
    name: nowhere,
    namespace: nowhere,
    image: nowhere,
    arguments: [],
    port: { value: 6379, line: 1 },
    memoryBytes: { value: 2 ** 31, line: 1 },
    cacheMode: { value: true, line: 1 },
    secrets: [],
    line: 1,
  };
  return {
    title: 'ADR',
    status: { value: 'accepted', line: 1 },
    dates: {},
    useCases,
    primary: server,
    replica: server,
    replicaOf: nowhere,
    characteristics: [],
    commands: { attach: [], promote: [] },
    rationale: { options: [], factors: [] },
    monitoring: [],
    consequences: { positive: [], negative: [] },
    links: [],
    notes: [],
  };
}

const policy = policyWith([
  useCase('session-cache', 'required'),
  useCase('rate-limiting', 'local'),
]);

describe('declareCaches', () => {
  it('declares a cache with its roles, primary first', () => {
    const {
      caches: [cache],
    } = declareCaches(
      [
        cacheEntity(
          { useCase: 'session-cache', primaryRegion: 'region2' },
          { spec: { type: 'cache', owner: 'identity', system: 'shop/web' } },
        ),
      ],
      inventoryContext({
        policy,
        lagThresholdSeconds: {
          standard: 10,
          byUseCase: { 'session-cache': 3 },
        },
      }),
    );

    expect(cache).toEqual({
      name: 'sessions',
      entityRef: 'resource:default/sessions',
      title: undefined,
      owner: 'group:default/identity',
      system: 'system:shop/web',
      topology: 'replicated',
      useCase: {
        id: 'session-cache',
        title: 'Title of session-cache',
        ttlSeconds: 60,
        eviction: 'lru',
        disasterRecovery: 'required',
      },
      nodes: [
        { region: 'region2', declaredRole: 'primary' },
        { region: 'region1', declaredRole: 'replica' },
      ],
      lagThresholdSeconds: 3,
      problems: [],
    });
  });

  it('leads to the runbook beside the entity, or where app-config says', () => {
    const entity = cacheEntity();
    entity.metadata.annotations = {
      ...entity.metadata.annotations,
      'backstage.io/managed-by-location':
        'url:https://git.example.com/caches/blob/main/sessions/catalog-info.yaml',
    };
    const runbookUrl = (context = inventoryContext()) =>
      declareCaches([entity], context).caches[0].runbookUrl;
    expect(runbookUrl()).toBe(
      'https://git.example.com/caches/blob/main/sessions/docs/runbook.md',
    );
    expect(
      runbookUrl(
        inventoryContext({
          runbookUrl: 'https://wiki.example.com/{{cache}}#{{anchor}}',
        }),
      ),
    ).toBe('https://wiki.example.com/sessions#{{anchor}}');
  });

  it('puts no name into an address that is no DNS label', () => {
    const { caches } = declareCaches(
      [cacheEntity({ cache: '../../evil' })],
      inventoryContext({ runbookUrl: 'https://wiki.example.com/{{cache}}' }),
    );
    expect(caches[0].runbookUrl).toBeUndefined();
  });

  it.each`
    situation                                | annotations                                                                    | nodes
    ${'independent: every region a primary'} | ${{ topology: 'independent', primaryRegion: undefined }}                       | ${['region1 primary', 'region2 primary']}
    ${'a local use case is independent'}     | ${{ topology: undefined, useCase: 'rate-limiting', primaryRegion: undefined }} | ${['region1 primary', 'region2 primary']}
    ${'one region needs no primary region'}  | ${{ regions: 'region2', primaryRegion: undefined }}                            | ${['region2 primary']}
    ${'no regions: those of the profile'}    | ${{ regions: undefined }}                                                      | ${['region1 primary', 'region2 replica']}
  `('$situation', ({ annotations, nodes }) => {
    const {
      caches: [cache],
    } = declareCaches([cacheEntity(annotations)], inventoryContext({ policy }));

    expect(
      cache.nodes.map(node => `${node.region} ${node.declaredRole}`),
    ).toEqual(nodes);
    expect(cache.problems).toEqual([]);
  });

  it.each`
    situation                                | annotations                                         | context                                                              | code                    | message
    ${'a profile config does not have'}      | ${{ profile: 'prod-eu' }}                           | ${{ profiles: { default: [], prod: [] } }}                           | ${'UNKNOWN_PROFILE'}    | ${'Found no profile "prod-eu" for cache "sessions" (resource:default/sessions); dragonfly.profiles has "default", "prod". Set annotation "dragonflydb.io/profile" to one of them'}
    ${'a profile every object inherits'}     | ${{ profile: 'constructor' }}                       | ${{}}                                                                | ${'UNKNOWN_PROFILE'}    | ${'Found no profile "constructor"'}
    ${'no profile at all'}                   | ${{}}                                               | ${{ profiles: {} }}                                                  | ${'UNKNOWN_PROFILE'}    | ${'Found no profile "default" for cache "sessions" (resource:default/sessions); dragonfly.profiles has none.'}
    ${'a region config does not have'}       | ${{ regions: 'region1,region9' }}                   | ${{}}                                                                | ${'UNKNOWN_REGION'}     | ${'names region "region9"; dragonfly.regions has "region1", "region2"'}
    ${'a region the profile has no node in'} | ${{}}                                               | ${{ profiles: { default: ['region1'] } }}                            | ${'NO_NODES'}           | ${'runs in region "region2", but dragonfly.profiles.default has nodes only for "region1"'}
    ${'an override without nodes'}           | ${{ regions: undefined, primaryRegion: undefined }} | ${{ caches: { sessions: { regions: [] } } }}                         | ${'NO_NODES'}           | ${'has no node: dragonfly.caches.sessions in app-config lists none'}
    ${'a use case the policy does not have'} | ${{ useCase: 'leaderboard' }}                       | ${{ policy }}                                                        | ${'UNKNOWN_USE_CASE'}   | ${'is "leaderboard", which the caching policy does not have; expected one of "session-cache", "rate-limiting"'}
    ${'two regions and no primary'}          | ${{ primaryRegion: undefined }}                     | ${{}}                                                                | ${'INVALID_ANNOTATION'} | ${'declares no usable primary; set annotation "dragonflydb.io/primary-region" to one of its regions: "region1", "region2"'}
    ${'a name somebody else owns'}           | ${{}}                                               | ${{ caches: { sessions: { entityRef: 'resource:default/other' } } }} | ${'NAME_TAKEN'}         | ${'which dragonfly.caches.sessions.entityRef in app-config gives to resource:default/other'}
  `('reports $situation', ({ annotations, context, code, message }) => {
    const {
      caches: [cache],
      problems,
    } = declareCaches([cacheEntity(annotations)], inventoryContext(context));

    expect(problems).toEqual(cache.problems);
    expect(cache.problems).toEqual([
      {
        code,
        entityRef: 'resource:default/sessions',
        message: expect.stringContaining(message),
      },
    ]);
  });

  it('does not blame an entity for its use case while there is no policy', () => {
    const {
      caches: [cache],
    } = declareCaches(
      [cacheEntity({ useCase: 'session-cache' })],
      inventoryContext(),
    );

    expect(cache).toMatchObject({ useCase: undefined, problems: [] });
  });

  it('watches the owner of a name and not the rival that claims it', () => {
    const {
      caches: [rival, owner],
      problems,
    } = declareCaches(
      [cacheEntity(), cacheEntity({}, { name: 'rival' })],
      inventoryContext(),
    );

    expect(rival).toMatchObject({
      entityRef: 'resource:default/rival',
      nodes: [],
      problems: [{ code: 'NAME_TAKEN' }],
    });
    expect(owner).toMatchObject({
      entityRef: 'resource:default/sessions',
      nodes: [{ region: 'region1' }, { region: 'region2' }],
      problems: [],
    });
    expect(problems).toMatchObject([
      { code: 'NAME_TAKEN', entityRef: 'resource:default/rival' },
      { code: 'NAME_TAKEN', entityRef: 'resource:default/sessions' },
    ]);
  });

  it('tells the owner what is wrong with the inventory source, and judges its health without it', () => {
    const { caches, problems } = declareCaches(
      [cacheEntity(), cacheEntity({}, { name: 'rival' })],
      inventoryContext({
        source: {
          caches: [],
          profiles: [],
          problems: {
            caches: { sessions: 'The entry is bad.', flags: 'Not mine.' },
            profiles: { default: 'The profile is bad.', small: 'Not mine.' },
          },
        },
      }),
    );

    expect(problems.filter(({ code }) => code === 'INVENTORY_SOURCE')).toEqual(
      ['The entry is bad.', 'The profile is bad.'].map(message => ({
        code: 'INVENTORY_SOURCE',
        entityRef: 'resource:default/sessions',
        message,
      })),
    );
    expect(caches[1]).toMatchObject({
      entityRef: 'resource:default/sessions',
      problems: [],
    });
  });

  it('names the inventory source for an entry of it', () => {
    const { problems } = declareCaches(
      [cacheEntity(), cacheEntity({}, { name: 'rival' })],
      inventoryContext({
        caches: {
          sessions: {
            entityRef: 'resource:default/rival',
            regions: ['region1'],
          },
        },
        source: {
          caches: ['sessions'],
          profiles: [],
          problems: { caches: {}, profiles: {} },
        },
      }),
    );

    expect(problems).toContainEqual({
      code: 'NAME_TAKEN',
      entityRef: 'resource:default/sessions',
      message: expect.stringContaining(
        'which caches.sessions.entityRef in the inventory source gives to resource:default/rival',
      ),
    });
    expect(problems).toContainEqual({
      code: 'NO_NODES',
      entityRef: 'resource:default/rival',
      message: expect.stringContaining(
        'caches.sessions has nodes only for "region1". Add the node to the inventory source or',
      ),
    });
  });

  it('leaves out entities that are no cache', () => {
    const database = cacheEntity({}, { spec: { type: 'database' } });
    const unannotated = cacheEntity({ cache: undefined });

    expect(declareCaches([database, unannotated], inventoryContext())).toEqual({
      caches: [],
      problems: [],
    });
  });

  it('gives nodes only to safe names and every name to one entity, whatever authors write', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('sessions', 'flags', 'constructor', '__proto__'),
    );
    const entity = fc
      .record({
        cache: text,
        profile: text,
        regions: text,
        topology: text,
        primaryRegion: text,
        name: fc.constantFrom('sessions', 'flags', 'rival'),
        namespace: fc.constantFrom('default', 'shop'),
      })
      .map(({ name, namespace, ...annotations }) =>
        cacheEntity(annotations, { name, namespace }),
      );

    fc.assert(
      fc.property(fc.array(entity, { maxLength: 6 }), entities => {
        const unique = [
          ...new Map(
            entities.map(each => [
              `${each.metadata.namespace}/${each.metadata.name}`,
              each,
            ]),
          ).values(),
        ];
        const names = declareCaches(unique, inventoryContext())
          .caches.filter(cache => cache.nodes.length > 0)
          .map(cache => cache.name);

        expect(names.every(isDnsLabel)).toBe(true);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});
