import { Finding, FindingSeverity } from '../../findings';

/** From which severity on findings make a check fail. @public */
export type FailOn = 'error' | 'warning' | 'never';

/** The choices for {@link FailOn}, the default first. @public */
export const FAIL_ON = ['error', 'warning', 'never'] as const;

const FAILING: Record<FailOn, readonly FindingSeverity[]> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};

/** Whether a check that fails on a severity fails on these findings. @public */
export function isFailure(findings: readonly Finding[], failOn: FailOn) {
  return findings.some(({ severity }) => FAILING[failOn].includes(severity));
}
