import { startReplay } from '../replay';
import { recordedConfig } from './startRecordedCache';

describe('recordedConfig', () => {
  it('puts the primary into the first region, wherever the recording has it', async () => {
    const replay = await startReplay('full_sync_in_progress', {
      nodes: ['replica', 'primary'],
    });
    const primary = replay.node('primary');
    const replica = replay.node('replica');
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
