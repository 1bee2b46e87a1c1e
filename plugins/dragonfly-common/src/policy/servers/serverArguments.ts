import { ProblemLog } from '../problems';
import { ServerArgument, Sourced } from '../types';
import { YamlSource } from '../markdown/yamlSource';

/** Flags that take no value from the next argument, as the server's flag parser has it. */
const SWITCHES = ['cache_mode', 'nocache_mode'];
const TRUE = ['true', 't', 'yes', 'y', '1'];
const FALSE = ['false', 'f', 'no', 'n', '0'];

/**
 * Reads the server's flags from `args`, and from `command` after the program's name. `--flag=value`, `-flag=value`,
 * `--flag` and a flag followed by its value as the next item are read, as the server does.
 */
export function readArguments(
  container: YamlSource,
  subject: string,
  log: ProblemLog,
): ServerArgument[] {
  const found: ServerArgument[] = [];
  for (const { value, line } of [
    ...flagsAfterProgram(itemsOf(container.get('command'), subject, log)),
    ...itemsOf(container.get('args'), subject, log),
  ]) {
    const match = /^--?([A-Za-z]\w*)(?:=([\s\S]*))?$/.exec(value);
    const open = found.at(-1);
    if (match) {
      found.push(
        match[2] === undefined
          ? { flag: match[1], line }
          : { flag: match[1], value: match[2], line },
      );
    } else if (
      open &&
      open.value === undefined &&
      !SWITCHES.includes(open.flag)
    ) {
      found[found.length - 1] = { ...open, value };
    } else {
      log.wrong({
        subject: `${subject}, args`,
        line,
        found: value,
        expected: 'a flag such as "--maxmemory=2gb"',
        remedy: 'Write each flag as one item.',
      });
    }
  }
  return found;
}

/** The last occurrence of a flag, which is the one that counts. */
export function argumentOf(
  all: ServerArgument[],
  ...flags: string[]
): ServerArgument | undefined {
  return all.findLast(({ flag }) => flags.includes(flag));
}

/** `--cache_mode=true`, `--cache_mode`, `--nocache_mode`; `undefined` when absent or not a truth value. */
export function cacheModeOf(
  all: ServerArgument[],
): Sourced<boolean> | undefined {
  const argument = argumentOf(all, ...SWITCHES);
  if (!argument) {
    return undefined;
  }
  const { flag, value, line } = argument;
  if (value === undefined) {
    return { value: flag === 'cache_mode', line };
  }
  const word = value.toLowerCase();
  return flag === 'cache_mode' && [...TRUE, ...FALSE].includes(word)
    ? { value: TRUE.includes(word), line }
    : undefined;
}

function itemsOf(
  list: YamlSource,
  subject: string,
  log: ProblemLog,
): Sourced<string>[] {
  if (list.exists && !list.isSequence) {
    log.wrong({
      subject: `${subject}, args`,
      line: list.line ?? 1,
      found: list.sourced()?.value ?? 'a map',
      expected: 'a list of flags',
      remedy: 'Write each flag as one item of a list.',
    });
  }
  return list.items().flatMap(item => item.sourced() ?? []);
}

function flagsAfterProgram(command: Sourced<string>[]): Sourced<string>[] {
  const first = command.findIndex(({ value }) => value.startsWith('-'));
  return first === -1 ? [] : command.slice(first);
}
