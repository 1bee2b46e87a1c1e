import { parseArgs } from 'node:util';
import { FAIL_ON, FailOn } from 'backstage-plugin-dragonfly-common';
import { UsageError } from '../console';
import { FORMATS, Format } from './formats';

/** What `dragonfly-caches lint` was asked for. */
export interface LintCommand {
  /** Files and folders; `-` is standard input. */
  paths: string[];
  /** File of the decision record to compare with. */
  adr?: string;
  format: Format;
  failOn: FailOn;
}

export const USAGE = `Usage: dragonfly-caches lint <path...> [options]

  <path>            A file or a folder; "-" is standard input, for example:
                    helm template cache ./chart | dragonfly-caches lint -
  --adr <file>      Compares with this decision record as well.
  --format <name>   ${FORMATS.join(', ')}; text by default.
  --fail-on <from>  ${FAIL_ON.join(', ')}; error by default.
  --help            Prints this.

Exit code: 0 without findings from --fail-on on, 1 with some, 2 for wrong usage or when nothing could be read.
`;

function choice<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
): T {
  const found = choices.find(candidate => candidate === (value ?? choices[0]));
  if (found === undefined) {
    throw new UsageError(
      `Option "--${option}" is "${value}"; expected ${choices.join(', ')}.`,
    );
  }
  return found;
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        adr: { type: 'string' },
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n\n${USAGE}`);
  }
}

/**
 * Reads the command line of `lint`.
 *
 * @returns `undefined` when somebody asks for help
 * @throws UsageError
 */
export function readOptions(words: string[]): LintCommand | undefined {
  const { positionals, values } = parse(words);
  if (values.help) return undefined;
  if (positionals.length === 0) {
    throw new UsageError(`Found no path; expected at least one.\n\n${USAGE}`);
  }
  return {
    paths: positionals,
    adr: values.adr,
    format: choice('format', values.format, FORMATS),
    failOn: choice('fail-on', values['fail-on'], FAIL_ON),
  };
}
