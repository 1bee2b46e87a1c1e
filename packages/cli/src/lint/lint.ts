import {
  isFailure,
  lintManifests,
  LintReport,
} from 'backstage-plugin-dragonfly-common';
import { Console, EXIT, ExitCode } from '../console';
import { formatReport } from './formats';
import { LintCommand, readOptions, USAGE } from './options';
import { readAdr } from './sources/readAdr';
import { readSources } from './sources/readSources';

async function reportOf(
  command: LintCommand,
  input: Console['input'],
): Promise<LintReport> {
  const policy =
    command.adr === undefined ? undefined : await readAdr(command.adr);
  const { files, unread } = await readSources(command.paths, input);
  const report = lintManifests(files, { policy });
  return { ...report, unread: [...report.unread, ...unread] };
}

/**
 * The command `lint`: reads manifests, prints what is wrong with them, and tells by its exit code whether that is too
 * much.
 *
 * @throws UsageError
 */
export async function lint(console: Console): Promise<ExitCode> {
  const command = readOptions(console.arguments);
  if (command === undefined) {
    console.write(USAGE);
    return EXIT.clean;
  }
  const report = await reportOf(command, console.input);
  console.write(formatReport(report, command.format));
  for (const { path, reason } of report.unread) {
    console.complain(`Not read: ${JSON.stringify(path)}: ${reason}\n`);
  }
  if (report.files === 0) {
    console.complain(
      'Found nothing to look at; expected YAML, JSON, Markdown or a redis.conf.\n',
    );
    return EXIT.usage;
  }
  return isFailure(report.findings, command.failOn)
    ? EXIT.findings
    : EXIT.clean;
}
