import { startReplay } from '../replay';
import { recordedConfig } from './startRecordedCache';

describe('recordedConfig', () => {
  it('gives each replayed node a region, in the order it was recorded', async () => {
    const replay = await startReplay('full_sync_in_progress', {
      nodes: ['primary', 'replica'],
    });
    const { primary, replica } = {
      primary: replay.node('primary'),
      replica: replay.node('replica'),
    };
    const config = recordedConfig(replay);
    await replay.stop();

    expect(config).toEqual({
      dragonfly: {
        caches: {
          recorded: {
            entityRef: 'resource:default/recorded',
            nodes: {
              region1: { ...primary.address, ...primary.credentials.monitor },
              region2: { ...replica.address, ...replica.credentials.monitor },
            },
          },
        },
      },
    });
  });
});
