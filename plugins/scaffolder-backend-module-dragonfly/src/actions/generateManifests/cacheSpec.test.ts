import { cacheSpec } from './cacheSpec';

const answers = {
  name: 'sessions',
  owner: 'group:default/identity',
  useCase: 'session-cache',
  primaryRegion: 'region1',
};

describe('cacheSpec', () => {
  it('takes the least there is', () => {
    expect(cacheSpec(answers)).toEqual({
      ok: true,
      spec: { ...answers, otherRegions: [], consumers: [] },
    });
  });

  it('takes everything there is', () => {
    expect(
      cacheSpec({
        ...answers,
        description: 'Who is signed in',
        system: 'system:default/shop',
        topology: 'independent',
        otherRegions: ['region2'],
        memory: '1.5Gi',
        threads: 2,
        consumers: ['component:shop/checkout'],
      }),
    ).toEqual({
      ok: true,
      spec: {
        ...answers,
        description: 'Who is signed in',
        system: 'system:default/shop',
        topology: 'independent',
        otherRegions: ['region2'],
        memoryBytes: 1.5 * 1024 ** 3,
        threads: 2,
        consumers: [{ entityRef: 'component:shop/checkout' }],
      },
    });
  });

  it('completes short references', () => {
    expect(
      cacheSpec({
        ...answers,
        owner: 'Identity',
        system: 'shop',
        consumers: ['checkout', 'shop/web'],
      }),
    ).toMatchObject({
      spec: {
        owner: 'group:default/identity',
        system: 'system:default/shop',
        consumers: [
          { entityRef: 'component:default/checkout' },
          { entityRef: 'component:shop/web' },
        ],
      },
    });
  });

  it('takes an empty answer for none', () => {
    expect(
      cacheSpec({ ...answers, description: '', system: '', memory: '' }),
    ).toEqual({
      ok: true,
      spec: { ...answers, otherRegions: [], consumers: [] },
    });
  });

  it('names every answer that cannot be read', () => {
    expect(
      cacheSpec({
        ...answers,
        owner: 'group:',
        system: 'system:',
        memory: '2 GB',
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
        expect.objectContaining({ field: 'consumers[1]' }),
      ],
    });
  });

  it('shortens and escapes what it shows of an answer', () => {
    const result = cacheSpec({ ...answers, memory: `\n${'9'.repeat(500)}x` });

    expect(result).toMatchObject({
      errors: [{ value: `"\\n${'9'.repeat(59)}…"` }],
    });
  });
});
