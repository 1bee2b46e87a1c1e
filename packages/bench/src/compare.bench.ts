/**
 * What generated manifests have that others have not: every cell is a rule that is run on the manifests of its column. What
 * an operator adds at run time is not in its resource, and not in this table.
 */
import {
  countFindings,
  lintManifests,
  parsePolicy,
} from 'backstage-plugin-dragonfly-common';
import { reportClaims } from './claims';
import { features, objectsOf, Subject } from './compare/features';
import { adrText, inputsOf } from './compare/inputs';
import { formatTable } from './compare/table';

const parsed = parsePolicy(adrText());
if (!parsed.ok) {
  throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
}
const { policy } = parsed;
const columns = inputsOf(policy).map(({ title, files }) => {
  const subject: Subject = {
    files,
    objects: objectsOf(files),
    report: lintManifests(files, { policy }),
  };
  return { title, subject };
});

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
process.stdout.write(
  `${formatTable(
    ['', ...columns.map(({ title }) => title)],
    [
      ...features.map(({ title, has }) => [
        title,
        ...columns.map(({ subject }) => yesNo(has(subject))),
      ]),
      ...(['error', 'warning', 'info'] as const).map(severity => [
        `lint findings: ${severity}`,
        ...columns.map(({ subject }) =>
          String(countFindings(subject.report.findings)[severity]),
        ),
      ]),
    ],
  )}\n`,
);

const [own] = columns;
const missing = features.filter(({ has }) => !has(own.subject));
const counts = countFindings(own.subject.report.findings);
reportClaims([
  {
    name: 'features of the table that this project lacks',
    measured: missing.length,
    target: 0,
    unit: 'features',
  },
  {
    name: 'lint errors and warnings in what this project makes',
    measured: counts.error + counts.warning,
    target: 0,
    unit: 'findings',
  },
]);
