import { Line } from '../source/manifestNode';
import { splitWords, Word } from './commandLine';
import { Flag } from './dragonflySettings';

const OPTION = /^--([a-z][a-z0-9-]*)$/i;

/** Redis takes `--name value ...` up to the next option; several words in one argument are as good as several arguments. */
export function redisOptions(words: readonly Word[]): Flag[] {
  const options: Flag[] = [];
  for (const { text, line } of words.flatMap(unfolded)) {
    const name = OPTION.exec(text)?.[1];
    const last = options.at(-1);
    if (name !== undefined) {
      options.push({ name: name.toLowerCase(), value: '', line });
    } else if (last) {
      options[options.length - 1] = {
        ...last,
        value: last.value === '' ? text : `${last.value} ${text}`,
      };
    }
  }
  return options;
}

/** `--replicaof host 6379` as one argument is what it is as three. */
function unfolded({ text, line }: Word): Word[] {
  return text.startsWith('--') && /\s/.test(text)
    ? splitWords(text).map(word => ({ text: word, line }))
    : [{ text, line }];
}

/** Reads the directives of a `redis.conf`. */
export function redisDirectives(lines: readonly Line[]): Flag[] {
  return lines.flatMap(({ text, line }) => {
    if (text.trimStart().startsWith('#')) return [];
    const [name, ...values] = splitWords(text);
    return name !== undefined && /^[a-z][a-z0-9-]*$/i.test(name)
      ? [{ name: name.toLowerCase(), value: values.join(' '), line }]
      : [];
  });
}

const DIRECTIVES = new Set([
  'appendonly',
  'bind',
  'masterauth',
  'maxmemory',
  'maxmemory-policy',
  'port',
  'protected-mode',
  'rename-command',
  'replica-read-only',
  'repl-backlog-size',
  'min-replicas-to-write',
  'maxclients',
  'slave-read-only',
  'primaryauth',
  'dbfilename',
  'aclfile',
  'replicaof',
  'requirepass',
  'save',
  'slaveof',
]);

/** Whether lines are a server's configuration and not, say, Sentinel's or a web server's. */
export function isRedisConfiguration(lines: readonly Line[]): boolean {
  const directives = redisDirectives(lines);
  return (
    directives.some(({ name }) => DIRECTIVES.has(name)) &&
    !directives.some(({ name }) => name === 'sentinel')
  );
}
