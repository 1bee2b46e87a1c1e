import { mockServices } from '@backstage/backend-test-utils';
import { Maintenance } from 'backstage-plugin-dragonfly-common';
import { stateOf, statesOf } from './__testUtils__/states';
import { Announcer } from './Announcer';

describe('Announcer', () => {
  const logger = mockServices.logger.mock();
  const events = { publish: jest.fn(), subscribe: jest.fn() };
  const notifications = { send: jest.fn() };
  const signals = { publish: jest.fn() };
  let announcer: Announcer;

  const healthy = stateOf('sessions');
  const critical = stateOf('sessions', [['UNREACHABLE', 'region1']]);

  beforeEach(() => {
    jest.resetAllMocks();
    announcer = Announcer.create({ logger, events, notifications, signals });
  });

  it('pings pages at once, with nothing in it that somebody may not know', async () => {
    await announcer.announce(statesOf(healthy), 0);
    await announcer.announce(statesOf(healthy), 1_000);
    expect(signals.publish).not.toHaveBeenCalled();

    await announcer.announce(statesOf(critical), 2_000);
    expect(signals.publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'dragonfly:caches',
          message: { changed: 1 },
        },
      ],
    ]);
    expect(notifications.send).not.toHaveBeenCalled();
  });

  it('pings pages when a maintenance begins, is declared anew, and ends', async () => {
    const maintenances = new Map<string, Maintenance>();
    announcer = Announcer.create({
      logger,
      events,
      notifications,
      signals,
      maintenances: async () => maintenances,
    });
    const pings = async (now: number) => {
      signals.publish.mockClear();
      await announcer.announce(statesOf(healthy), now);
      return signals.publish.mock.calls.length;
    };
    const declare = (startedAt: number) =>
      maintenances.set('resource:default/sessions', {
        entityRef: 'resource:default/sessions',
        startedAt: new Date(startedAt).toISOString(),
        until: new Date(60_000).toISOString(),
        startedBy: 'user:default/alice',
      });

    expect(await pings(0)).toBe(0);
    declare(500);
    expect([await pings(1_000), await pings(2_000)]).toEqual([1, 0]);
    declare(2_500);
    expect([await pings(3_000), await pings(4_000)]).toEqual([1, 0]);
    maintenances.clear();
    expect([await pings(5_000), await pings(6_000)]).toEqual([1, 0]);
  });

  it('tells the owner and the event bus of a verdict that lasts, once', async () => {
    await announcer.announce(statesOf(healthy), 0);
    for (const now of [1_000, 5_000, 11_000, 12_000]) {
      await announcer.announce(statesOf(critical), now);
    }

    expect(notifications.send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: 'group:default/identity' },
          payload: {
            title: 'Cache sessions is critical',
            description: expect.stringMatching(
              /^What is wrong in region1\. Check the server/,
            ),
            link: '/catalog/default/resource/sessions/cache',
            severity: 'critical',
            topic: 'Dragonfly caches',
            scope: 'dragonfly:cache:resource:default/sessions',
          },
        },
      ],
    ]);
    expect(events.publish.mock.calls).toEqual([
      [
        {
          topic: 'dragonfly.cache-verdict',
          eventPayload: {
            entityRef: 'resource:default/sessions',
            before: 'healthy',
            verdict: 'critical',
            reasons: [{ code: 'UNREACHABLE', region: 'region1' }],
            assessedAt: critical.assessedAt,
          },
        },
      ],
    ]);
  });

  it('updates the same notification when it is over', async () => {
    await announcer.announce(statesOf(critical), 0);
    await announcer.announce(statesOf(healthy), 1_000);
    await announcer.announce(statesOf(healthy), 12_000);
    expect(notifications.send.mock.calls[0][0].payload).toMatchObject({
      title: 'Cache sessions is healthy',
      description: 'Nothing is wrong any more; it was critical.',
      severity: 'low',
      scope: 'dragonfly:cache:resource:default/sessions',
    });
  });

  it('makes one notification of a lost region', async () => {
    const names = ['a', 'b', 'c'];
    const lost = names.map(name => stateOf(name, [['UNREACHABLE', 'region1']]));
    await announcer.announce(statesOf(...names.map(name => stateOf(name))), 0);
    await announcer.announce(statesOf(...lost), 1_000);
    await announcer.announce(statesOf(...lost), 11_000);
    expect(notifications.send.mock.calls).toMatchObject([
      [
        {
          payload: {
            title: '3 caches have lost region1',
            link: '/dragonfly',
            scope: 'dragonfly:region:region1',
          },
        },
      ],
    ]);
  });

  it('notifies nobody of a cache under maintenance until it ends, but pings pages and tells programs', async () => {
    const muted = new Map([
      [
        'resource:default/sessions',
        {
          entityRef: 'resource:default/sessions',
          startedAt: '2026-11-24T12:00:00.000Z',
          until: '2026-11-24T13:00:00.000Z',
          startedBy: 'user:default/alice',
        },
      ],
    ]);
    const maintenances = jest.fn(async (now: number) =>
      now < 20_000 ? muted : new Map(),
    );
    announcer = Announcer.create({
      logger,
      events,
      notifications,
      signals,
      maintenances,
    });
    await announcer.announce(statesOf(healthy), 0);
    await announcer.announce(statesOf(critical), 1_000);
    await announcer.announce(statesOf(critical), 11_000);

    expect(maintenances).toHaveBeenCalledTimes(3);
    expect(signals.publish).toHaveBeenCalledTimes(1);
    expect(events.publish).toHaveBeenCalledTimes(1);
    expect(events.publish.mock.calls[0][0].eventPayload).toMatchObject({
      verdict: 'critical',
      maintenance: true,
    });
    expect(notifications.send).not.toHaveBeenCalled();

    await announcer.announce(statesOf(critical), 20_000);
    await announcer.announce(statesOf(critical), 21_000);
    expect(notifications.send).toHaveBeenCalledTimes(1);
    expect(events.publish).toHaveBeenCalledTimes(1);
  });

  it('leaves caches under maintenance out of what it says of a region', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const maintenance = {
      entityRef: 'resource:default/d',
      startedAt: '2026-11-24T12:00:00.000Z',
      until: '2026-11-24T13:00:00.000Z',
      startedBy: 'user:default/alice',
    };
    announcer = Announcer.create({
      logger,
      events,
      notifications,
      signals,
      maintenances: async () => new Map([[maintenance.entityRef, maintenance]]),
    });
    const lost = names.map(name => stateOf(name, [['UNREACHABLE', 'region1']]));
    await announcer.announce(statesOf(...names.map(name => stateOf(name))), 0);
    await announcer.announce(statesOf(...lost), 1_000);
    await announcer.announce(statesOf(...lost), 11_000);
    expect(notifications.send.mock.calls).toMatchObject([
      [{ payload: { title: '3 caches have lost region1' } }],
    ]);
  });

  it('says once that it cannot send, and goes on', async () => {
    signals.publish.mockRejectedValue(new Error('no signals here'));
    await announcer.announce(statesOf(healthy), 0);
    for (const [state, now] of [
      [critical, 1_000],
      [healthy, 2_000],
      [critical, 3_000],
    ] as const) {
      await announcer.announce(statesOf(state), now);
    }
    expect(logger.warn.mock.calls).toEqual([
      ['Failed to send signals about caches: no signals here'],
    ]);
    expect(signals.publish).toHaveBeenCalledTimes(3);
  });
});
