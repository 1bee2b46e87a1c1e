/** The time of day of an ISO 8601 moment, where the reader is and as they write it: `21:40`, `9:40 PM`. */
export function formatClockTime(at: string): string {
  return new Date(at).toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
  });
}
