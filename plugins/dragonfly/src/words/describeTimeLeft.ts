const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** How much of a span is left, in begun minutes: `35 min left`, `1 h 5 min left`. */
export function describeTimeLeft(milliseconds: number): string {
  if (milliseconds <= 0) {
    return 'over now';
  }
  const minutes = Math.ceil(milliseconds / MINUTE_MS);
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  const parts = [
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(rest > 0 ? [`${rest} min`] : []),
  ];
  return `${parts.join(' ')} left`;
}
