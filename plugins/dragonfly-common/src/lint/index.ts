export { lintManifests } from './lintManifests';
export {
  countFindings,
  describeCounts,
  describeReport,
  type FindingCounts,
} from './report/counts';
export { FAIL_ON, isFailure, type FailOn } from './report/failOn';
export { formatFinding } from './report/formatFinding';
export { lintMarkdown } from './report/lintMarkdown';
export { LINT_RULES } from './rules/descriptions';
export { toSarif } from './sarif/toSarif';
export * from './sarif/types';
export { LIMITS as LINT_LIMITS } from './source/limits';
export { isLinted } from './source/readFile';
export * from './types';
