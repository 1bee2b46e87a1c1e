/** What the process that starts the demo tells this one. */
export interface DemoEnvironment {
  directory: string;
  configFile: string;
  statusFile: string;
  controlPort: number;
  controlToken: string;
  /** Recording of a real Dragonfly to replay, and where to write how it is reached. */
  recording?: { name: string; configFile: string };
}

/** Reads the demo's settings from environment variables; a missing one is an error that names it. */
export function readEnvironment(
  environment: NodeJS.ProcessEnv,
): DemoEnvironment {
  const read = (name: string): string => {
    const value = environment[name];
    if (!value) {
      throw new Error(
        `Found no environment variable ${name}; start the demo with \`npm start\`, which sets it.`,
      );
    }
    return value;
  };
  const recording = environment.RECORDING;
  return {
    directory: read('DEMO_DIRECTORY'),
    configFile: read('FLEET_CONFIG_FILE'),
    statusFile: read('FLEET_STATUS_FILE'),
    controlPort: Number(read('FLEET_CONTROL_PORT')),
    controlToken: read('FLEET_CONTROL_TOKEN'),
    ...(recording && {
      recording: {
        name: recording,
        configFile: read('RECORDING_CONFIG_FILE'),
      },
    }),
  };
}
