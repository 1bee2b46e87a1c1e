import { LintRuleDescription } from '../types';
import { RULES } from '.';

/** Every rule of {@link lintManifests}, sorted by id. @public */
export const LINT_RULES: readonly LintRuleDescription[] = RULES.map(
  ({ check, ...description }) => description,
);
