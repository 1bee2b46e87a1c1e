import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CacheSpec,
  Finding,
  ManifestFile,
  ManifestSettings,
  Policy,
  RenderedManifests,
  validateManifests,
} from 'backstage-plugin-dragonfly-common';
import { validateSchemas } from './validateSchemas';

/** More than this many findings help nobody who reports them. */
const MAX_SHOWN = 10;

/** Generated files, and what they were made from. */
export interface GeneratedFiles {
  rendered: RenderedManifests;
  /** As they will be written. */
  files: ManifestFile[];
  request: CacheSpec;
  policy: Policy;
  settings: ManifestSettings;
}

function defectError(defects: Finding[]): Error {
  const shown = defects
    .slice(0, MAX_SHOWN)
    .map(
      ({ rule, path, line, message }) => `${path}:${line} (${rule}) ${message}`,
    );
  const rest = defects.length - shown.length;
  return new Error(
    [
      'The generated files contradict themselves, the ADR or the schema of their kind; nothing was written. This is a defect of the generator and not of your answers: please report it to the portal team with what follows.',
      ...shown,
      ...(rest > 0 ? [`and ${rest} more`] : []),
    ].join('\n'),
  );
}

/**
 * Checks generated files before anybody gets to see them: against each other, against the ADR, and against the schemas
 * of their kinds.
 *
 * @returns what is not wrong, but worth knowing
 * @throws Error that names rule, file and line when something is wrong
 */
export async function refuseDefects(
  { rendered, files, request, policy, settings }: GeneratedFiles,
  logger: LoggerService,
): Promise<Finding[]> {
  const start = performance.now();
  const findings = [
    ...validateManifests({ ...rendered, files }, request, policy, settings),
    ...(await validateSchemas(files)),
  ];
  const milliseconds = Math.round(performance.now() - start);
  logger.info(`Checked ${files.length} files in ${milliseconds} ms`);
  const defects = findings.filter(({ severity }) => severity === 'error');
  if (defects.length > 0) throw defectError(defects);
  for (const { rule, path, line, message } of findings) {
    logger.warn(`${path}:${line} (${rule}) ${message}`);
  }
  return findings;
}
