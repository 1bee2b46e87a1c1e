import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { cacheEntity } from '../__testUtils__/cacheEntity';
import { eventually } from '../__testUtils__/eventually';
import { regions } from '../__testUtils__/regions';
import { SettingsStore } from '../config';
import { Inventory } from './Inventory';

const config = mockServices.rootConfig({
  data: {
    dragonfly: {
      regions,
      inventory: { refreshInterval: { milliseconds: 20 } },
      profiles: { default: { nodes: { region1: { host: '{{cache}}' } } } },
    },
  },
});

/** A catalog of many pages whose entities can be changed, and that can be told to fail. */
function catalogOf(pages: Entity[][]) {
  const catalog = catalogServiceMock.mock();
  const state = { pages, fails: false };
  catalog.streamEntities.mockImplementation(async function* stream() {
    if (state.fails) {
      throw new Error('catalog is away');
    }
    yield* state.pages;
  });
  return { catalog, state };
}

describe('Inventory', () => {
  const logger = mockServices.logger.mock();
  let inventory: Inventory;

  function inventoryOf(pages: Entity[][]) {
    const { catalog, state } = catalogOf(pages);
    const onChange = jest.fn();
    inventory = Inventory.create({
      settings: SettingsStore.create({ config, logger }),
      policy: () => undefined,
      catalog,
      auth: mockServices.auth(),
      logger,
      onChange,
    });
    return { catalog, state, onChange };
  }

  beforeEach(() => {
    jest.clearAllMocks();
  });

  afterEach(() => inventory.stop());

  it('reads all pages with its own credentials, and only cache entities', async () => {
    const { catalog, onChange } = inventoryOf([
      [cacheEntity()],
      [cacheEntity({ name: 'flags' })],
    ]);

    await inventory.refresh();

    expect(
      inventory.caches.map(({ declaration }) => declaration.entityRef),
    ).toEqual(['resource:default/flags', 'resource:default/sessions']);
    expect(inventory.find('resource:default/flags')?.targets).toEqual(
      new Map([['region1', { host: 'flags', port: 6379, tls: false }]]),
    );
    expect(catalog.streamEntities.mock.calls).toEqual([
      [
        expect.objectContaining({
          filter: expect.objectContaining({
            kind: 'Resource',
            'spec.type': 'cache',
          }),
        }),
        {
          credentials: expect.objectContaining({
            principal: expect.objectContaining({ type: 'service' }),
          }),
        },
      ],
    ]);
    expect(onChange).toHaveBeenCalledWith(inventory.caches);
  });

  it('follows the catalog', async () => {
    const { state } = inventoryOf([[cacheEntity()]]);
    inventory.start();
    await inventory.whenRead();

    state.pages = [[cacheEntity({ name: 'flags' })]];

    await eventually(2_000, async () => {
      expect(inventory.find('resource:default/sessions')).toBeUndefined();
      expect(inventory.find('resource:default/flags')).toBeDefined();
    });
  });

  it('keeps what it knows while the catalog does not answer, and says so once', async () => {
    const { state } = inventoryOf([[cacheEntity()]]);
    await inventory.refresh();

    state.fails = true;
    await inventory.refresh();
    await inventory.refresh();

    expect(inventory.find('resource:default/sessions')).toBeDefined();
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('kept the 1 of before: catalog is away')],
    ]);
  });

  it('does not pass for empty before the catalog was read', async () => {
    const { state } = inventoryOf([[cacheEntity()]]);
    state.fails = true;
    await expect(inventory.whenRead()).rejects.toThrow(
      'The catalog could not be read yet',
    );

    state.fails = false;
    await inventory.whenRead();

    expect(inventory.caches).toHaveLength(1);
  });

  it('shares one reading between all who ask at the same time', async () => {
    const { catalog } = inventoryOf([[cacheEntity()]]);

    await Promise.all([inventory.refresh(), inventory.refresh()]);

    expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
  });

  it('reads no more once it is stopped', async () => {
    const { catalog } = inventoryOf([[cacheEntity()]]);
    inventory.start();
    await inventory.whenRead();

    await inventory.stop();
    const { length } = catalog.streamEntities.mock.calls;
    await new Promise(resolve => setTimeout(resolve, 100));

    expect(catalog.streamEntities).toHaveBeenCalledTimes(length);
  });
});
