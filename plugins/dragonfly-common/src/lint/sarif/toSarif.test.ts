import type { Log } from 'sarif';
import { z } from 'zod';
import { fixture } from '../__testUtils__/lint';
import { lintManifests } from '../lintManifests';
import { LINT_RULES } from '../rules/descriptions';
import { toSarif } from './toSarif';

const text = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['error', 'warning', 'note']);
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({
      uri: z.string().regex(/^[\w.~!*'()%:/-]+$/),
      uriBaseId: z.literal('SRCROOT').optional(),
    }),
    region: z.strictObject({ startLine: z.int().min(1) }).optional(),
  }),
  logicalLocations: z
    .array(
      z.strictObject({
        fullyQualifiedName: z.string(),
        kind: z.literal('resource'),
      }),
    )
    .optional(),
});

/** What the schema of SARIF 2.1.0 demands of the part that is written. */
const schema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: text,
              fullDescription: text,
              help: z.strictObject({ text: z.string(), markdown: z.string() }),
              defaultConfiguration: z.strictObject({ level }),
            }),
          ),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({
              level,
              message: text,
              locations: z.array(location),
            }),
          ),
        }),
      ),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message: text,
          locations: z.array(location).length(1),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

const files = ['operator-replica.yaml', 'redis-pair.yaml'].map(fixture);
const report = lintManifests([...files, { path: 'a b.yaml', content: '"' }]);

it('is a SARIF log, to the compiler as to the schema', () => {
  const log: Log = toSarif(report, '1.2.3');
  expect(schema.safeParse(log).error).toBeUndefined();
});

it('has one result per finding, each with its rule', () => {
  const [run] = toSarif(report, '1.2.3').runs;
  expect(run.results).toHaveLength(report.findings.length);
  run.results.forEach((result, index) => {
    const finding = report.findings[index];
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(finding.rule);
    expect(result).toMatchObject({
      ruleId: finding.rule,
      level: finding.severity === 'info' ? 'note' : finding.severity,
      message: { text: finding.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: finding.path, uriBaseId: 'SRCROOT' },
            region: { startLine: finding.line },
          },
        },
      ],
    });
  });
  expect(run.tool.driver.rules).toHaveLength(LINT_RULES.length);
});

it('says what was not read', () => {
  const [invocation] = toSarif(report, '1.2.3').runs[0].invocations;
  expect(invocation.toolExecutionNotifications).toMatchObject([
    {
      level: 'warning',
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'a%20b.yaml' } } },
      ],
    },
  ]);
});

it('keeps its fingerprints when lines move', () => {
  const moved = files.map(({ path, content }) => ({
    path,
    content: `# moved\n${content}`,
  }));
  const fingerprints = (from: typeof files) =>
    toSarif(lintManifests(from), '1')
      .runs[0].results.map(result => JSON.stringify(result.partialFingerprints))
      .sort();
  expect(fingerprints(moved)).toEqual(fingerprints(files));
  const all = fingerprints(files);
  expect(new Set(all).size).toBe(all.length);
});
