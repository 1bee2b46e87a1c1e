/** A share as people write it: `10 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A time as people write it: `90 s`, `15 min`, `24 h`. */
export function seconds(count: number): string {
  if (count >= 3600 && count % 3600 === 0) return `${count / 3600} h`;
  if (count >= 600 && count % 60 === 0) return `${count / 60} min`;
  return `${count} s`;
}
