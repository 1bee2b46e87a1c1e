import { ManifestNode } from '../source/manifestNode';
import { parseImage, programOf } from './image';
import { Word } from './commandLine';

/** What serves a cache. All but Dragonfly take Redis' configuration. */
export type Engine = 'dragonfly' | 'redis' | 'valkey' | 'keydb';

const BY_PROGRAM: ReadonlyMap<string, Engine> = new Map([
  ['dragonfly', 'dragonfly'],
  ['redis-server', 'redis'],
  ['valkey-server', 'valkey'],
  ['keydb-server', 'keydb'],
]);

const BY_IMAGE: ReadonlyMap<string, Engine> = new Map([
  ['dragonfly', 'dragonfly'],
  ['redis', 'redis'],
  ['redis-stack', 'redis'],
  ['redis-stack-server', 'redis'],
  ['valkey', 'valkey'],
  ['valkey-bundle', 'valkey'],
  ['keydb', 'keydb'],
]);

const DRAGONFLY_FLAG =
  /^--(?:cache_mode|proactor_threads|admin_port|break_replication_on_master_restart)\b/;
/** Programs of the same images that serve no cache. */
const OTHER_PROGRAM =
  /(?:redis|valkey|keydb)-(?:cli|sentinel|benchmark|check-(?:rdb|aof))|^--sentinel$/;

/** Words after which a shell starts another command. */
const SEPARATORS = [';', '&&', '||', '|', '&', 'fi', 'else', 'done'];

/** What a word of a command line starts; `undefined` when it is no server. */
export function engineOfProgram(word: string): Engine | undefined {
  return BY_PROGRAM.get(word.slice(word.lastIndexOf('/') + 1));
}

/**
 * The words that are a server's own: where a script starts it, those between the program and the next command; where
 * the image's entry point does, all of them.
 */
export function serverWords(words: readonly Word[]): Word[] {
  if (!words.some(({ text }) => engineOfProgram(text))) return [...words];
  let inServer = false;
  return words.filter(({ text }) => {
    if (engineOfProgram(text)) {
      inServer = true;
      return false;
    }
    if (SEPARATORS.includes(text)) inServer = false;
    return inServer;
  });
}

/** Which cache a container serves: by its program, its image or the flags that only Dragonfly has. */
export function engineOf(
  container: ManifestNode,
  words: readonly Word[],
): Engine | undefined {
  const started = words.flatMap(({ text }) => engineOfProgram(text) ?? []);
  const isSentinel = words.some(({ text }) => text === '--sentinel');
  if (started.length > 0 && !isSentinel) return started[0];
  if (words.some(({ text }) => OTHER_PROGRAM.test(text))) return undefined;
  const image = parseImage(container.get('image').text() ?? '');
  return (
    BY_IMAGE.get(programOf(image)) ??
    (words.some(({ text }) => DRAGONFLY_FLAG.test(text))
      ? 'dragonfly'
      : undefined)
  );
}
