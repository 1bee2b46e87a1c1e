import { cacheAnswersOfForm, cacheSpecOfForm } from './cacheSpecOfForm';

const form = {
  name: 'sessions',
  description: 'Who is signed in',
  owner: 'group:default/identity',
  system: 'system:default/shop',
  useCase: { id: 'api-cache', topology: 'replicated', policyRevision: 'r1' },
  regions: { primary: 'region1', others: ['region2'] },
  sizing: {
    by: 'answers',
    data: '1Gi',
    writesPerSecond: 500,
    toleratedCutSeconds: 30,
    roundTripMilliseconds: 25,
  },
  consumers: [
    { entityRef: 'component:default/checkout', namespace: 'shop-checkout' },
  ],
  output: { secrets: 'bring-your-own', tls: false },
  repoUrl: 'github.com?owner=acme&repo=platform',
  folder: 'caches',
};

describe('cacheSpecOfForm', () => {
  it('reads a form that is filled in', () => {
    expect(cacheSpecOfForm(form)).toEqual({
      ok: true,
      spec: {
        name: 'sessions',
        description: 'Who is signed in',
        owner: 'group:default/identity',
        system: 'system:default/shop',
        useCase: 'api-cache',
        topology: 'replicated',
        primaryRegion: 'region1',
        otherRegions: ['region2'],
        sizing: {
          dataBytes: 2 ** 30,
          writesPerSecond: 500,
          toleratedCutSeconds: 30,
          roundTripMilliseconds: 25,
        },
        consumers: form.consumers,
        secrets: 'bring-your-own',
        tls: false,
        repository: {
          url: 'https://github.com/acme/platform',
          folder: 'caches',
        },
      },
    });
  });

  it('reads a form that is not', () => {
    const nothing = {
      name: '',
      owner: '',
      useCase: '',
      primaryRegion: '',
      repository: {},
      sizing: {},
    };
    expect(cacheAnswersOfForm({})).toEqual(nothing);
    // What rjsf starts its object and list fields with.
    expect(
      cacheAnswersOfForm({ useCase: {}, regions: {}, sizing: {}, output: {} }),
    ).toEqual(nothing);
  });

  it('reads parameters that a variant of the template names otherwise', () => {
    expect(
      cacheAnswersOfForm(
        { cacheName: 'sessions', place: { primary: 'region2' } },
        { name: 'cacheName', regions: 'place' },
      ),
    ).toMatchObject({ name: 'sessions', primaryRegion: 'region2' });
  });

  it.each([
    { name: 7, owner: [], useCase: 'session-cache', regions: null },
    { consumers: [7], sizing: 'much', output: { tls: 'yes', flavour: 'helm' } },
    { repoUrl: 'http://', folder: {} },
  ])('takes %j for not answered', values => {
    expect(cacheAnswersOfForm(values)).toEqual(cacheAnswersOfForm({}));
  });
});
