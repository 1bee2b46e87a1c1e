import { Finding, FindingSeverity } from '../../findings';
import { LINT_RULES } from '../rules/descriptions';
import { LintReport, LintRuleDescription } from '../types';
import { SarifLevel, SarifLog, SarifResult, SarifRule } from './types';

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = 'SRCROOT';

const LEVELS: Record<FindingSeverity, SarifLevel> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A path as a URI reference, relative unless the path is absolute. */
function uriOf(path: string): { uri: string; uriBaseId?: string } {
  const uri = path
    .replaceAll('\\', '/')
    .split('/')
    .map(part => encodeURIComponent(part.toWellFormed()))
    .join('/');
  return path.startsWith('/')
    ? { uri: `file://${uri}` }
    : { uri, uriBaseId: ROOT };
}

function ruleOf(rule: LintRuleDescription): SarifRule {
  return {
    id: rule.id,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.why} ${rule.fix}`,
      markdown: `${rule.why}\n\n**Fix:** ${rule.fix}`,
    },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function resultOf(finding: Finding): SarifResult {
  const { line, message, object, path, rule, severity } = finding;
  return {
    ruleId: rule,
    ruleIndex: LINT_RULES.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: uriOf(path),
          region: { startLine: line },
        },
        ...(object && {
          logicalLocations: [{ fullyQualifiedName: object, kind: 'resource' }],
        }),
      },
    ],
    // Stable when lines move, so that a baseline does not report an old finding as a new one.
    partialFingerprints: {
      'ruleObjectMessage/v1': JSON.stringify([rule, path, object, message]),
    },
  };
}

/**
 * The report as SARIF 2.1.0, for code scanning of any platform. Pure: the same report gives the same log.
 *
 * @param version - of the tool that made the report
 * @public
 */
export function toSarif(report: LintReport, version: string): SarifLog {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'dragonfly-caches',
            semanticVersion: version,
            rules: LINT_RULES.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.unread.map(
              ({ path, reason }) => ({
                level: 'warning',
                message: { text: reason },
                locations: [
                  { physicalLocation: { artifactLocation: uriOf(path) } },
                ],
              }),
            ),
          },
        ],
        results: report.findings.map(resultOf),
      },
    ],
  };
}
