import { readEnvironment } from './readEnvironment';

const complete = {
  DEMO_DIRECTORY: 'demo',
  FLEET_CONFIG_FILE: 'config.yaml',
  FLEET_STATUS_FILE: 'status.json',
  FLEET_CONTROL_PORT: '4000',
  FLEET_CONTROL_TOKEN: 'secret',
};

describe('readEnvironment', () => {
  it('reads every setting', () => {
    expect(readEnvironment(complete)).toEqual({
      directory: 'demo',
      configFile: 'config.yaml',
      statusFile: 'status.json',
      controlPort: 4000,
      controlToken: 'secret',
    });
  });

  it.each(Object.keys(complete))('names the missing %s', name => {
    expect(() => readEnvironment({ ...complete, [name]: undefined })).toThrow(
      `Found no environment variable ${name}`,
    );
  });

  it('reads the recording to replay', () => {
    expect(
      readEnvironment({
        ...complete,
        RECORDING: 'primary_killed',
        RECORDING_CONFIG_FILE: 'recording.yaml',
      }).recording,
    ).toEqual({ name: 'primary_killed', configFile: 'recording.yaml' });
  });
});
