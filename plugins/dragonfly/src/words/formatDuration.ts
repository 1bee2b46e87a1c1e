/** Whole seconds in the largest unit that divides them, as decision records write them: `24 h`, `5 min`, `90 s`. */
export function formatDuration(seconds: number): string {
  if (seconds > 0 && seconds % 3_600 === 0) {
    return `${seconds / 3_600} h`;
  }
  if (seconds > 0 && seconds % 60 === 0) {
    return `${seconds / 60} min`;
  }
  return `${seconds} s`;
}
