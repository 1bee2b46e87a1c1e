import { version } from '../package.json';
import { Console, EXIT, ExitCode, UsageError } from './console';
import { lint } from './lint/lint';

const USAGE = `Usage: dragonfly-caches <command>

  lint <path...>   Finds the traps of Dragonfly, Redis, Valkey and KeyDB in manifests.
  --version        Prints the version.
  --help           Prints this; "dragonfly-caches lint --help" prints what lint takes.
`;

async function run(console: Console): Promise<ExitCode> {
  const [command, ...rest] = console.arguments;
  switch (command) {
    case 'lint':
      return lint({ ...console, arguments: rest });
    case '--version':
      console.write(`${version}\n`);
      return EXIT.clean;
    case '--help':
      console.write(USAGE);
      return EXIT.clean;
    default:
      throw new UsageError(
        `Found ${command === undefined ? 'no command' : `the command "${command}"`}; expected "lint".\n\n${USAGE}`,
      );
  }
}

/** Runs the command line to its end. Never throws for what somebody typed or for what a file holds. */
export async function main(console: Console): Promise<ExitCode> {
  try {
    return await run(console);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.complain(`${error.message.trimEnd()}\n`);
    return EXIT.usage;
  }
}
