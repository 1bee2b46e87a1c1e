import { cacheSpecOfAnswers } from './cacheSpecOfAnswers';

const answers = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
};
const least = { ...answers, otherRegions: [], consumers: [] };

describe('cacheSpecOfAnswers', () => {
  it('takes the least there is', () => {
    expect(cacheSpecOfAnswers(answers)).toEqual({ ok: true, spec: least });
  });

  it('takes everything there is', () => {
    const output = {
      flavour: 'kustomize',
      secrets: 'bring-your-own',
      tls: false,
      crossRegion: 'load-balancer',
      argoCd: true,
      repository: { url: 'https://github.com/acme/platform', folder: 'caches' },
    } as const;
    expect(
      cacheSpecOfAnswers({
        ...answers,
        ...output,
        description: 'Who is signed in',
        system: 'system:default/shop',
        topology: 'independent',
        otherRegions: ['region2'],
        memory: '1.5Gi',
        threads: 2,
        sizing: {
          data: '512Mi',
          writesPerSecond: 2_000,
          toleratedCutSeconds: 60,
          roundTripMilliseconds: 20.5,
        },
        consumers: [
          'component:shop/checkout',
          { entityRef: 'web', namespace: 'shop-web' },
          { entityRef: 'component:default/login', namespace: '' },
        ],
      }),
    ).toEqual({
      ok: true,
      spec: {
        ...answers,
        ...output,
        description: 'Who is signed in',
        system: 'system:default/shop',
        topology: 'independent',
        otherRegions: ['region2'],
        memoryBytes: 1.5 * 2 ** 30,
        threads: 2,
        sizing: {
          dataBytes: 512 * 2 ** 20,
          writesPerSecond: 2_000,
          toleratedCutSeconds: 60,
          roundTripMilliseconds: 20.5,
        },
        consumers: [
          { entityRef: 'component:shop/checkout' },
          { entityRef: 'component:default/web', namespace: 'shop-web' },
          { entityRef: 'component:default/login' },
        ],
      },
    });
  });

  it('completes short references', () => {
    expect(
      cacheSpecOfAnswers({ ...answers, owner: 'Identity', system: 'shop' }),
    ).toMatchObject({
      spec: { owner: 'group:default/identity', system: 'system:default/shop' },
    });
  });

  it('takes an empty answer for none', () => {
    expect(
      cacheSpecOfAnswers({
        ...answers,
        description: '',
        system: '',
        memory: '',
        sizing: { data: '' },
        repository: { url: '', folder: 'caches' },
      }),
    ).toEqual({ ok: true, spec: least });
  });

  it('names every answer that cannot be read', () => {
    expect(
      cacheSpecOfAnswers({
        ...answers,
        owner: 'group:',
        system: 'system:',
        memory: '2 GB',
        sizing: { data: 'much', writesPerSecond: 0 },
        consumers: ['checkout', '/'],
      }),
    ).toEqual({
      ok: false,
      errors: [
        expect.objectContaining({ field: 'owner', value: '"group:"' }),
        expect.objectContaining({ field: 'system' }),
        expect.objectContaining({
          field: 'memory',
          message: expect.stringMatching(
            /^Field "memory" is "2 GB"; expected a number with a unit .* Correct it/,
          ),
        }),
        expect.objectContaining({ field: 'sizing.data' }),
        expect.objectContaining({
          field: 'sizing.toleratedCutSeconds',
          value: 'missing',
        }),
        expect.objectContaining({ field: 'sizing.roundTripMilliseconds' }),
        expect.objectContaining({ field: 'consumers[1].entityRef' }),
      ],
    });
  });

  it('shortens and escapes what it shows of an answer', () => {
    const result = cacheSpecOfAnswers({
      ...answers,
      memory: `\n${'9'.repeat(500)}x`,
    });

    expect(result).toMatchObject({
      errors: [{ value: `"\\u{a}${'9'.repeat(59)}…" (502 characters)` }],
    });
  });
});
