import { Finding } from '../../findings';
import { escapeInvisible } from '../../manifests/spec/fieldErrors';

/** A finding on one line, as compilers write theirs: `path:line severity rule message`. @public */
export function formatFinding(finding: Finding): string {
  const { adrLine, line, message, path, rule, severity } = finding;
  const adr = adrLine === undefined ? '' : ` (ADR line ${adrLine})`;
  return escapeInvisible(
    `${path}:${line} ${severity} ${rule} ${message}${adr}`,
  );
}
