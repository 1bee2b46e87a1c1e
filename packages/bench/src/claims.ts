/** One performance claim: what was measured and what it may be at most. */
export interface Claim {
  name: string;
  measured: number;
  target: number;
  unit: string;
}

/** Whether a claim holds: measured at most the target. */
export function isMet(claim: Claim): boolean {
  return claim.measured <= claim.target;
}

/** The line a benchmark ends with: `NAME: measured VALUE UNIT, target VALUE UNIT: met`. */
export function describeClaim(claim: Claim): string {
  const { name, measured, target, unit } = claim;
  const outcome = isMet(claim) ? 'met' : 'missed';
  return `${name}: measured ${round(measured)} ${unit}, target ${round(
    target,
  )} ${unit}: ${outcome}`;
}

/** Prints every claim and fails the process when one is missed. */
export function reportClaims(claims: Claim[]): void {
  for (const claim of claims) {
    process.stdout.write(`${describeClaim(claim)}\n`);
  }
  if (!claims.every(isMet)) {
    process.exitCode = 1;
  }
}

/** Three significant digits: more would claim a precision that a shared machine does not have. */
function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}
