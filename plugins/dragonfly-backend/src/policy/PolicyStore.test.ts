import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { SettingsStore } from '../config';
import { PolicyStore } from './PolicyStore';

const shippedPath = resolvePackagePath(
  'backstage-plugin-dragonfly-backend',
  'assets/adr/caching-with-dragonfly.md',
);

describe('PolicyStore', () => {
  const logger = mockServices.logger.mock();
  let directory: string;
  let file: string;
  let shipped: string;

  function storeFor(
    adr: JsonObject,
    urlReader = mockServices.urlReader.mock(),
  ) {
    const config = mockServices.rootConfig({ data: { dragonfly: { adr } } });
    return PolicyStore.create({
      config,
      logger,
      settings: SettingsStore.create({ config, logger }),
      urlReader,
    });
  }

  beforeAll(async () => {
    shipped = await readFile(shippedPath, 'utf8');
    directory = await mkdtemp(join(tmpdir(), 'dragonfly-policy-'));
    file = join(directory, 'adr.md');
  });

  beforeEach(() => {
    jest.clearAllMocks();
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('ships with the copy of the ADR that the documentation shows', async () => {
    const documented = await readFile(
      resolvePackagePath(
        'backstage-plugin-dragonfly-backend',
        '../../docs/adr/caching-with-dragonfly.md',
      ),
      'utf8',
    );

    expect(shipped).toBe(documented);
  });

  it('reads the shipped copy when nothing is configured', async () => {
    const store = storeFor({});

    await store.refresh();

    expect(store.document()).toMatchObject({
      revision: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      source: 'assets/adr/caching-with-dragonfly.md',
      readAt: expect.stringMatching(/Z$/),
      policy: { status: { value: 'accepted' } },
      settings: { serverVersion: '1.40.1' },
    });
    expect(store.document()).not.toHaveProperty('refusedRevision');
  });

  it('reads the configured URL rather than the file, and resolves links against it', async () => {
    const url = 'https://git.example.com/org/adrs/blob/main/caching.md';
    const urlReader = mockServices.urlReader.mock({
      readUrl: async asked => {
        expect(asked).toBe(url);
        return { buffer: async () => Buffer.from(shipped) };
      },
    });
    const store = storeFor({ url, file: '/nowhere' }, urlReader);

    await store.refresh();

    const { source, policy } = store.document();
    expect(source).toBe(url);
    expect(policy.links[0].url).toContain('https://git.example.com/');
  });

  it('has no policy rather than another one when the configured source cannot be read', async () => {
    const store = storeFor({ file: join(directory, 'missing.md') });

    await store.refresh();

    expect(store.policy).toBeUndefined();
    expect(() => store.document()).toThrow(
      expect.objectContaining({
        name: 'ServiceUnavailableError',
        message: expect.stringMatching(
          /There is no caching policy yet: .*dragonfly\.adr\.file .*missing\.md.*Check dragonfly\.adr in app-config/,
        ),
      }),
    );
  });

  it('keeps the last good one, with a warning, when a newer text does not parse', async () => {
    const onChange = jest.fn();
    await writeFile(file, shipped);
    const store = storeFor({ file });
    store.onChange(onChange);
    await store.refresh();
    const good = store.document();

    await writeFile(file, shipped.replace('| Use Case |', '| Purpose |'));
    await store.refresh();
    await store.refresh();

    const kept = store.document();
    expect(kept.revision).toBe(good.revision);
    expect(kept.policy).toEqual(good.policy);
    expect(kept.refusedRevision).toMatch(/^sha256:/);
    expect(kept.refusedRevision).not.toBe(good.revision);
    expect(kept.problems).toContainEqual(
      expect.objectContaining({ severity: 'error' }),
    );
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('takes the newer text when it parses again, and tells', async () => {
    const onChange = jest.fn();
    await writeFile(file, 'nothing yet');
    const store = storeFor({ file });
    store.onChange(onChange);
    await store.refresh();
    expect(onChange).not.toHaveBeenCalled();

    await writeFile(
      file,
      shipped.replace(
        '| Feature flags |',
        '| Leaderboard | 1h | LRU | Yes |\n| Feature flags |',
      ),
    );
    await store.refresh();

    expect(onChange).toHaveBeenCalledTimes(1);
    expect(store.policy?.useCases.map(({ id }) => id)).toContain('leaderboard');
    expect(store.document()).not.toHaveProperty('refusedRevision');
  });

  it('keeps the last good one, with a warning, when the source is gone', async () => {
    const onChange = jest.fn();
    await writeFile(file, shipped);
    const store = storeFor({ file });
    store.onChange(onChange);
    await store.refresh();
    const good = store.document();
    const { revision } = good;

    await rm(file);
    await store.refresh();

    expect(store.document()).toMatchObject({
      revision,
      problems: expect.arrayContaining([
        expect.objectContaining({ subject: 'source of the policy' }),
      ]),
    });

    await writeFile(file, shipped);
    await store.refresh();

    expect(store.document()).toEqual({
      ...good,
      readAt: expect.any(String),
    });
    expect(onChange).toHaveBeenCalledTimes(1);
  });
});
