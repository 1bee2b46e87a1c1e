import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseRecording } from './parseRecording';
import { Recording } from './types';

const DIRECTORY = join(
  dirname(require.resolve('backstage-plugin-dragonfly-common/package.json')),
  'src/replication/__fixtures__/recordings',
);

/** Names of the recordings, sorted. @public */
export async function recordingNames(): Promise<string[]> {
  return (await readdir(DIRECTORY))
    .filter(file => file.endsWith('.json'))
    .map(file => file.slice(0, -'.json'.length))
    .sort();
}

/**
 * Loads a recording of real Dragonfly servers by its name, for example `primary_killed`.
 *
 * @throws Error with the names there are, when there is no such recording
 * @public
 */
export async function loadRecording(name: string): Promise<Recording> {
  const names = await recordingNames();
  if (!names.includes(name)) {
    throw new Error(
      `Found no recording "${name}"; there are ${names.join(', ')}.`,
    );
  }
  return parseRecording(
    await readFile(join(DIRECTORY, `${name}.json`), 'utf8'),
  );
}
