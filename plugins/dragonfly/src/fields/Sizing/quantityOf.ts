const UNITS = [
  ['Gi', 2 ** 30],
  ['Mi', 2 ** 20],
] as const;

/** A number of bytes as somebody would type it, exactly: `2Gi`, `1536Mi`. */
export function quantityOf(bytes: number): string {
  const unit = UNITS.find(([, size]) => bytes % size === 0);
  return unit ? `${bytes / unit[1]}${unit[0]}` : String(bytes);
}
