import {
  contentOf,
  independentSpec,
  policyOf,
  rendered,
  settings,
  spec,
} from '../__testUtils__/caches';
import { RenderedManifests } from '../types';
import { digestOf } from './digest';
import { isCustomFile, RECORD_PATH } from './paths';
import { readRecord } from './readRecord';

function recordIn(manifests: RenderedManifests) {
  const result = readRecord(contentOf(manifests, RECORD_PATH));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.record;
}

const full = spec({
  description: 'Who is signed in',
  system: 'system:default/shop',
  memoryBytes: 2 ** 30,
  threads: 2,
  sizing: {
    dataBytes: 2 ** 29,
    writesPerSecond: 1000,
    toleratedCutSeconds: 60,
    roundTripMilliseconds: 12.5,
  },
  consumers: [
    { entityRef: 'component:default/checkout', namespace: 'shop' },
    { entityRef: 'component:default/web' },
  ],
  secrets: 'bring-your-own',
  tls: false,
  crossRegion: 'external-name',
  repository: { url: 'https://github.com/acme/platform', folder: 'caches' },
});

describe('the record', () => {
  it.each([spec(), full, independentSpec()])(
    'says what was asked for: $name',
    request => {
      const { primaryRegion: _p, otherRegions: _o, ...asked } = request;
      expect(recordIn(rendered(request))).toMatchObject({
        generator: '0.1.0',
        policyRevision: 'sha256-4f1c',
        request: asked,
        nodes: [
          {
            region: 'region1',
            host: `${request.name}.databases.region1.example.com`,
            port: 6379,
          },
          { region: 'region2', port: 6379 },
        ],
        choices: { ttlSeconds: expect.any(Number), serverVersion: '1.40.1' },
      });
    },
  );

  it.each([spec(), independentSpec()])(
    'knows every generated file of $name but its own and those of others',
    request => {
      const manifests = rendered(request);
      const { files, roleFiles } = recordIn(manifests);
      const recorded = { ...files, ...roleFiles };
      const expected = manifests.files.filter(
        ({ path }) =>
          !['catalog-info.yaml', RECORD_PATH].includes(path) &&
          !isCustomFile(path),
      );
      expect(recorded).toEqual(
        Object.fromEntries(
          expected.map(({ path, content }) => [path, digestOf(content)]),
        ),
      );
    },
  );

  it('is the same whichever region holds the primary', () => {
    const [a, b] = [
      spec(),
      spec({ primaryRegion: 'region2', otherRegions: ['region1'] }),
    ].map(request => contentOf(rendered(request), RECORD_PATH));
    expect(a).toBe(b);
  });

  it('changes with the settings that the request leaves open', () => {
    const newer = settings({ serverVersion: '1.41.0', image: 'd:v1.41.0' });
    expect(recordIn(rendered(spec(), policyOf(), newer)).choices).toMatchObject(
      { serverVersion: '1.41.0', image: 'd:v1.41.0' },
    );
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the UTF-8 text', () => {
    expect(digestOf('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(digestOf('é')).not.toBe(digestOf('e'));
  });
});
