import { isServerFlag } from '../../manifests/serverFlags';
import { Word } from './commandLine';

/** A flag with its value and its line. */
export interface Flag {
  name: string;
  value: string;
  line: number;
}

const FLAG = /^--?([A-Za-z][\w-]*)(?:=([\s\S]*))?$/;
const NEGATION = 'no';

/** `--nocache_mode` is `--cache_mode=false`. */
function flagOf(name: string, value: string | undefined, line: number): Flag {
  const positive = name.slice(NEGATION.length);
  return value === undefined &&
    name.startsWith(NEGATION) &&
    !isServerFlag(name) &&
    isServerFlag(positive)
    ? { name: positive, value: 'false', line }
    : { name, value: value ?? '', line };
}

/** Reads `--flag=value`, `-flag=value`, `--flag` and a flag followed by its value, as the server does. */
export function dragonflyFlags(words: readonly Word[]): Flag[] {
  const flags: Flag[] = [];
  let takesValue = false;
  for (const { text, line } of words) {
    const [, name, value] = FLAG.exec(text) ?? [];
    const open = flags.at(-1);
    if (name !== undefined) {
      flags.push(flagOf(name, value, line));
      takesValue = value === undefined;
    } else if (takesValue && open) {
      flags[flags.length - 1] = { ...open, value: text };
      takesValue = false;
    }
  }
  return flags;
}
