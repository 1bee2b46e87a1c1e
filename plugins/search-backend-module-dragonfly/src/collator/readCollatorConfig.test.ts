import { ConfigReader } from '@backstage/config';
import { readCollatorConfig, readCollatorSchedule } from './readCollatorConfig';

function config(dragonfly: object) {
  return new ConfigReader({
    search: { collators: { dragonfly: { ...dragonfly } } },
  });
}

describe('readCollatorConfig', () => {
  it('has defaults for everything', () => {
    expect(readCollatorConfig(new ConfigReader({}))).toEqual({
      locationTemplate: '/catalog/:namespace/:kind/:name/cache',
      includeHealth: true,
    });
  });

  it('reads what is configured', () => {
    expect(
      readCollatorConfig(
        config({
          locationTemplate: '/:name',
          includeHealth: false,
        }),
      ),
    ).toEqual({
      locationTemplate: '/:name',
      includeHealth: false,
    });
  });
});

describe('readCollatorSchedule', () => {
  it('runs every 10 minutes unless told otherwise', () => {
    expect(readCollatorSchedule(config({ includeHealth: true }))).toEqual({
      frequency: { minutes: 10 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 3 },
    });
  });

  it('reads a configured schedule', () => {
    expect(
      readCollatorSchedule(
        config({
          schedule: { frequency: { hours: 1 }, timeout: { minutes: 2 } },
        }),
      ),
    ).toMatchObject({ frequency: { hours: 1 }, timeout: { minutes: 2 } });
  });

  it('names the key of a schedule that cannot be used', () => {
    expect(() =>
      readCollatorSchedule(config({ schedule: { frequency: { hours: 1 } } })),
    ).toThrow(
      /"search\.collators\.dragonfly\.schedule" in app-config is no valid schedule; caused by .*timeout/,
    );
  });
});
