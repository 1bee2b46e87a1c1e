import {
  LINT_LIMITS,
  ManifestFile,
  UnreadFile,
} from 'backstage-plugin-dragonfly-common';
import { Console } from '../../console';

/** What standard input is called in a report; a name without an extension is read as YAML. */
const PATH = 'stdin';

/** Reads standard input to its end, or until it is too long to be manifests. */
export async function readStandardInput(
  input: Console['input'],
): Promise<ManifestFile | UnreadFile> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > 4 * LINT_LIMITS.fileLength) {
      return {
        path: PATH,
        reason: `It has more than ${4 * LINT_LIMITS.fileLength} bytes; lint the files of its charts one by one.`,
      };
    }
    chunks.push(bytes);
  }
  return { path: PATH, content: Buffer.concat(chunks).toString('utf8') };
}
