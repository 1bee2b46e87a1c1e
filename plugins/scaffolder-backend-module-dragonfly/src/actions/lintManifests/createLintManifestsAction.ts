import {
  AuthService,
  DiscoveryService,
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  countFindings,
  describeCounts,
  describeReport,
  FailOn,
  formatFinding,
  isFailure,
  lintManifests,
  lintMarkdown,
  LintReport,
  toSarif,
} from 'backstage-plugin-dragonfly-common';
import { version } from 'backstage-plugin-dragonfly-common/package.json';
import { dragonflyClient } from '../../policy/dragonflyClient';
import { logPolicy } from '../../policy/logPolicy';
import { readPolicy } from '../../policy/readPolicy';
import { writeFiles } from '../../workspace/writeFiles';
import { examples } from './createLintManifestsAction.examples';
import { FoundFiles } from './foundFiles';
import { readAddress } from './readAddress';
import { readWorkspace } from './readWorkspace';
import { inputSchema, outputSchema } from './schema';

/** What {@link createLintManifestsAction} needs of its host. @public */
export interface LintManifestsActionOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  reader: UrlReaderService;
}

/**
 * The action `dragonfly:manifests:lint`: looks at manifests that anybody wrote, in the workspace or at an address, and
 * reports the traps in them and their deviations from the caching policy in force.
 *
 * @remarks
 * What may be read from an address is decided by the portal's own reader; links in the workspace are not followed.
 *
 * @public
 */
export function createLintManifestsAction(options: LintManifestsActionOptions) {
  const { auth, discovery, reader } = options;
  const dragonfly = dragonflyClient(discovery);

  return createTemplateAction({
    id: 'dragonfly:manifests:lint',
    description:
      'Finds the traps of Dragonfly, Redis, Valkey and KeyDB in manifests, and where they deviate from the caching policy in force.',
    examples,
    supportsDryRun: true,
    schema: { input: inputSchema, output: outputSchema },
    async handler(ctx) {
      const { failOn = 'error', sarifPath, sourcePath, url } = ctx.input;
      const { files, skipped } = await find(ctx.workspacePath, {
        sourcePath,
        url,
        reader,
        signal: ctx.signal,
      });
      const document = await readPolicy({
        dragonfly,
        auth,
        credentials: await ctx.getInitiatorCredentials(),
      });
      logPolicy(ctx.logger, document);

      const linted = lintManifests(files, { policy: document.policy });
      const report = { ...linted, unread: [...linted.unread, ...skipped] };
      logReport(ctx.logger, report);
      if (sarifPath !== undefined) {
        const content = `${JSON.stringify(toSarif(report, version), undefined, 2)}\n`;
        await writeFiles(ctx.workspacePath, [{ path: sarifPath, content }]);
      }

      ctx.output('findings', report.findings);
      ctx.output('counts', countFindings(report.findings));
      ctx.output('unread', report.unread);
      ctx.output('policyRevision', document.revision);
      ctx.output('report', lintMarkdown(report));
      failIfNeeded(report, failOn);
    },
  });
}

async function find(
  workspacePath: string,
  options: {
    sourcePath?: string;
    url?: string;
    reader: UrlReaderService;
    signal?: AbortSignal;
  },
): Promise<FoundFiles> {
  const { reader, signal, sourcePath, url } = options;
  if (sourcePath !== undefined && url === undefined) {
    return readWorkspace(workspacePath, sourcePath);
  }
  if (url !== undefined && sourcePath === undefined) {
    return readAddress(url, { reader, signal });
  }
  throw new InputError(
    `Found ${url === undefined ? 'neither "sourcePath" nor "url"' : 'both "sourcePath" and "url"'}; expected exactly one of them.`,
  );
}

function logReport(logger: LoggerService, report: LintReport): void {
  const { findings, unread } = report;
  for (const finding of findings) {
    const line = formatFinding(finding);
    if (finding.severity === 'info') logger.info(line);
    else logger.warn(line);
  }
  for (const { path, reason } of unread) {
    logger.warn(`Not read: ${path}: ${reason}`);
  }
  logger.info(describeReport(report));
}

/** Nothing that could be read is no clean result. */
function failIfNeeded(report: LintReport, failOn: FailOn): void {
  const { files, findings } = report;
  if (files === 0) {
    throw new InputError(
      `Found nothing to look at; expected YAML, JSON, Markdown or a redis.conf. ${describeReport(report)} The log says why for each file.`,
    );
  }
  if (isFailure(findings, failOn)) {
    throw new InputError(
      `The manifests have ${describeCounts(countFindings(findings))}; expected none from severity "${failOn}" on. The log names each with its line; set "failOn" to "never" to go on regardless.`,
    );
  }
}
