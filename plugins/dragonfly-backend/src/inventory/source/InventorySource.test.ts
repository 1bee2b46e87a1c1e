import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { eventually } from '../../__testUtils__/eventually';
import { regions } from '../../__testUtils__/regions';
import { SettingsStore } from '../../config';
import { InventorySource } from './InventorySource';

const URL = 'https://example.com/caches.yaml?token=geheim';

const entry = (host: string, more: object = {}) => ({
  nodes: { region1: { host, ...more } },
});

const documentOf = (caches: object, profiles: object = {}) =>
  JSON.stringify({ version: 1, caches, profiles });

describe('InventorySource', () => {
  const logger = mockServices.logger.mock();
  let directory: string;
  let source: InventorySource | undefined;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'inventory-source-'));
  });

  beforeEach(() => jest.clearAllMocks());

  afterEach(async () => {
    await source?.stop();
    source = undefined;
  });

  afterAll(() => rm(directory, { recursive: true, force: true }));

  /** A source whose app-config can be changed and whose document is answered by URL. */
  function sourceOf(dragonfly: JsonObject) {
    const answer = { text: '', etag: undefined as string | undefined };
    const urlReader = mockServices.urlReader.mock({
      readUrl: async (_, options) => {
        if (answer.etag && answer.etag === options?.etag) {
          throw new NotModifiedError('not modified');
        }
        if (!answer.text) {
          throw new Error(`cannot reach ${URL}`);
        }
        return {
          buffer: async () => Buffer.from(answer.text),
          etag: answer.etag,
        };
      },
    });
    const dataOf = (changed: JsonObject) => ({
      data: { dragonfly: { regions, ...changed } },
    });
    const config = mockServices.rootConfig(dataOf(dragonfly));
    const settings = SettingsStore.create({ config, logger });
    const created = InventorySource.create({ settings, urlReader, logger });
    source = created;
    return {
      created,
      answer,
      urlReader,
      configure: (changed: JsonObject) => config.update(dataOf(changed)),
      hostOf: (name: string) =>
        created.inventory.caches.get(name)?.nodes?.get('region1')?.host,
    };
  }

  const byUrl = { inventory: { source: { url: URL } } };

  it('contributes nothing where app-config names none', async () => {
    const { created } = sourceOf({});
    await created.refresh();

    expect(created.state).toBeUndefined();
    expect(created.inventory.caches.size).toBe(0);
  });

  it('keeps the last good version of exactly the entry that is bad', async () => {
    const { created, answer, hostOf } = sourceOf(byUrl);
    answer.text = documentOf({ sessions: entry('a'), flags: entry('b') });
    await created.refresh();
    const readAt = created.state?.readAt;
    answer.text = documentOf({
      sessions: entry('c', { password: 'geheim' }),
      flags: entry('d'),
      orders: { nodes: { region9: { host: 'e' } } },
    });

    await created.refresh();

    expect(['sessions', 'flags', 'orders'].map(hostOf)).toEqual([
      'a',
      'd',
      undefined,
    ]);
    expect([...created.inventory.problems.caches]).toEqual([
      [
        'sessions',
        expect.stringMatching(
          `unknown keys: password.* The version of ${readAt} stays in force.$`,
        ),
      ],
      [
        'orders',
        expect.stringContaining(
          'caches.orders.nodes has a node in region "region9"',
        ),
      ],
    ]);
    // Not left to a profile, which would look for it where it is not.
    expect(created.inventory.caches.get('orders')?.nodes?.size).toBe(0);
    expect(created.state?.problem).toContain('2 entries');

    answer.text = documentOf({ flags: entry('d') });
    await created.refresh();
    expect(hostOf('sessions')).toBeUndefined();
    expect(created.state?.problem).toBeUndefined();
  });

  it('keeps the last good document while none can be read, and says so once', async () => {
    const { created, answer, hostOf } = sourceOf(byUrl);
    answer.text = documentOf({ sessions: entry('a') });
    await created.refresh();
    const { revision } = created.state ?? {};

    answer.text = '';
    await created.refresh();
    await created.refresh();

    expect(hostOf('sessions')).toBe('a');
    expect(created.state).toEqual({
      revision,
      readAt: expect.any(String),
      problem: expect.stringContaining('could not be read. The one of'),
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    const told = JSON.stringify([logger.warn.mock.calls, created.state]);
    expect(told).not.toContain('geheim');
    expect(told).not.toContain('example.com');

    answer.text = documentOf({ sessions: entry('a') });
    await created.refresh();
    expect(created.state?.problem).toBeUndefined();
  });

  it('keeps the last good document while a newer one is none', async () => {
    const { created, answer, hostOf } = sourceOf(byUrl);
    answer.text = documentOf({ sessions: entry('a') });
    await created.refresh();

    for (const text of ['', 'version: 1\ncaches: {', '[]', 'version: 1']) {
      answer.text = text;
      await created.refresh();
      expect(hostOf('sessions')).toBe('a');
      expect(created.state?.problem).toContain('stays in force');
    }
  });

  it('refuses a document that is too large', async () => {
    const { created, answer } = sourceOf(byUrl);
    answer.text = `${documentOf({})}${' '.repeat(5 * 1024 * 1024)}`;

    await created.refresh();

    expect(created.state).toEqual({
      problem: expect.stringContaining('not watched'),
    });
  });

  it('does not read a document again that did not change', async () => {
    const { created, answer } = sourceOf(byUrl);
    const changed = jest.fn();
    created.onChange(changed);
    answer.text = documentOf({ sessions: entry('a') });
    answer.etag = 'one';
    await created.refresh();
    answer.text = 'would be refused';
    await created.refresh();

    expect(created.state?.problem).toBeUndefined();
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('leaves to app-config what is there too, and reports it', async () => {
    const { created, answer, hostOf } = sourceOf({
      ...byUrl,
      caches: { sessions: entry('config') },
      profiles: { legacy: entry('config') },
    });
    answer.text = documentOf(
      { sessions: entry('a') },
      { legacy: entry('b'), other: entry('c') },
    );
    await created.refresh();

    expect(hostOf('sessions')).toBeUndefined();
    expect([...created.inventory.profiles.keys()]).toEqual(['other']);
    expect(created.inventory.problems.caches.get('sessions')).toContain(
      'as dragonfly.caches.sessions, in app-config, which wins',
    );
    expect(created.inventory.problems.profiles.get('legacy')).toContain(
      'as dragonfly.profiles.legacy, in app-config, which wins',
    );
  });

  it('takes credentials from app-config, as they are now', async () => {
    const { created, answer, configure } = sourceOf({
      ...byUrl,
      credentials: { databases: { password: 'one' } },
    });
    answer.text = documentOf({
      sessions: entry('a', { credentials: 'databases' }),
    });
    await created.refresh();
    const node = () =>
      created.inventory.caches.get('sessions')?.nodes?.get('region1');
    expect(node()).toMatchObject({ host: 'a', password: 'one' });

    configure({ ...byUrl, credentials: { databases: { password: 'two' } } });
    expect(node()).toMatchObject({ host: 'a', password: 'two' });

    configure(byUrl);
    expect(node()).toBeUndefined();
    expect(created.inventory.problems.caches.get('sessions')).toContain(
      'caches.sessions.nodes.region1.credentials names no entry',
    );

    configure({});
    expect(created.inventory.caches.size).toBe(0);
    expect(created.state).toBeUndefined();
  });

  it('follows a file, and another one that app-config comes to name', async () => {
    const [first, second] = ['first', 'second'].map(name =>
      join(directory, `${name}.json`),
    );
    const byFile = (file: string) => ({
      inventory: {
        source: { file, refreshInterval: { milliseconds: 250 } },
      },
    });
    await writeFile(first, documentOf({ sessions: entry('a') }));
    await writeFile(second, documentOf({ sessions: entry('c') }));
    const { created, configure, hostOf } = sourceOf(byFile(first));
    await created.start();
    expect(hostOf('sessions')).toBe('a');

    await writeFile(`${first}.new`, documentOf({ sessions: entry('b') }));
    await rename(`${first}.new`, first);
    await eventually(5_000, async () => expect(hostOf('sessions')).toBe('b'));

    configure(byFile(second));
    await eventually(5_000, async () => expect(hostOf('sessions')).toBe('c'));
  });
});
