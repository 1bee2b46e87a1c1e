import { InputError } from '@backstage/errors';

/** One flag of a Dragonfly server. */
export interface Flag {
  /** Without dashes. */
  name: string;
  /** `true` when it was written without a value. */
  value: string;
  /** As written. */
  text: string;
}

const SECRET_FLAGS = ['requirepass', 'masterauth'];

/** Whether a flag's value is a secret: as an argument it would be readable by everybody on this machine. */
export function isSecretFlag(name: string): boolean {
  return SECRET_FLAGS.includes(name);
}

function flagOf(text: string): Flag {
  const [, name, , value = 'true'] = /^--?([\w-]+)(=(.*))?$/s.exec(text) ?? [];
  if (name === undefined) {
    throw new InputError(
      `"${text}" is no flag of a server; expected --name or --name=value.`,
    );
  }
  return { name, value, text };
}

/**
 * Reads the arguments of a container. A value may follow its flag as an argument of its own.
 *
 * @throws Error when something is no flag
 */
export function parseArguments(words: string[]): Flag[] {
  const flags: Flag[] = [];
  for (let i = 0; i < words.length; i++) {
    const next = words[i + 1];
    if (words[i].includes('=') || next === undefined || next.startsWith('--')) {
      flags.push(flagOf(words[i]));
    } else {
      flags.push(flagOf(`${words[i]}=${next}`));
      i += 1;
    }
  }
  return flags;
}

/** Reads a flag file: one flag each line, `#` begins a comment. */
export function parseFlagFile(text: string): Flag[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(flagOf);
}

/** Fills in `$(VARIABLE)` as Kubernetes does: an unknown variable stays as written, `$$` is a dollar sign. */
export function expandVariables(
  text: string,
  environment: ReadonlyMap<string, string>,
): string {
  return text.replace(/\$(?:\$|\(([\w.-]+)\))/g, (whole, name) =>
    name === undefined ? '$' : (environment.get(name) ?? whole),
  );
}
