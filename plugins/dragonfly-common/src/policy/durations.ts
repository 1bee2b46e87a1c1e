/** From the longest to the shortest: a duration names each unit at most once and in this order. */
const UNITS = [
  { symbol: 'w', words: ['wk', 'wks', 'week', 'weeks'], seconds: 604_800 },
  { symbol: 'd', words: ['day', 'days'], seconds: 86_400 },
  { symbol: 'h', words: ['hr', 'hrs', 'hour', 'hours'], seconds: 3_600 },
  { symbol: 'm', words: ['min', 'mins', 'minute', 'minutes'], seconds: 60 },
  { symbol: 's', words: ['sec', 'secs', 'second', 'seconds'], seconds: 1 },
];

/** What {@link parseDuration} accepts, for messages. @public */
export const DURATION_FORMS =
  'a positive duration in whole seconds such as "24h", "1m", "30s", "1d", "1h30m", "90 min", "5 minutes" or ISO 8601 "PT5M"';

/**
 * Reads a duration: `24h`, `1h30m`, `90 min`, `5 minutes`, `PT5M`, `P1DT12H`.
 *
 * An upper-case `M` alone is refused, since it could mean months; so are the years and months of ISO 8601, which have
 * no fixed length.
 *
 * @returns whole seconds, at least 1; `undefined` when the text is not such a duration.
 * @public
 */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  return wholeSeconds(
    /^p/i.test(trimmed) ? isoParts(trimmed) : namedParts(trimmed),
  );
}

/**
 * A duration for people: `24h`, `1h 30m`, `3d`, `45s`, `1.5s`, `250ms`. Days begin at 48 hours. Up to 10 seconds one
 * decimal is kept, above that whole seconds. Whole positive seconds are read back by {@link parseDuration}.
 *
 * @param seconds - may be negative (`-5s`), for ages across clocks that differ.
 * @throws RangeError when the number is not finite.
 * @public
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    throw new RangeError(
      `Found ${seconds} as a duration; expected a finite number of seconds`,
    );
  }
  if (seconds < 0) {
    return `-${formatDuration(-seconds)}`;
  }
  if (seconds > 0 && Math.round(seconds * 1000) < 1000) {
    return `${Math.round(seconds * 1000)}ms`;
  }
  if (seconds < 10) {
    return `${Math.round(seconds * 10) / 10}s`;
  }
  const whole = Math.round(seconds);
  const days = whole >= 2 * 86_400 ? Math.floor(whole / 86_400) : 0;
  const rest = whole - days * 86_400;
  const parts = [
    [days, 'd'],
    [Math.floor(rest / 3_600), 'h'],
    [Math.floor((rest % 3_600) / 60), 'm'],
    [rest % 60, 's'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, symbol]) => `${amount}${symbol}`)
    .join(' ');
}

function namedParts(text: string): number[] | undefined {
  const part = /(\d+(?:\.\d+)?)\s*([a-z]+)\s*/iy;
  const seconds: number[] = [];
  let longest = Infinity;
  let position = 0;
  for (let match = part.exec(text); match; match = part.exec(text)) {
    const unit = unitOf(match[2]);
    if (!unit || unit.seconds >= longest) {
      return undefined;
    }
    longest = unit.seconds;
    seconds.push(Number(match[1]) * unit.seconds);
    position = part.lastIndex;
  }
  return position === text.length ? seconds : undefined;
}

function unitOf(written: string) {
  const lower = written.toLowerCase();
  return UNITS.find(
    ({ symbol, words }) =>
      words.includes(lower) ||
      written === symbol ||
      (written === symbol.toUpperCase() && symbol !== 'm'),
  );
}

function isoParts(text: string): number[] | undefined {
  const amount = String.raw`(\d+(?:[.,]\d+)?)`;
  const match = new RegExp(
    `^P(?:${amount}W)?(?:${amount}D)?(?:T(?=\\d)(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?$`,
    'i',
  ).exec(text);
  return match
    ?.slice(1)
    .map(
      (number, index) =>
        Number((number ?? '0').replace(',', '.')) * UNITS[index].seconds,
    );
}

function wholeSeconds(parts: number[] | undefined): number | undefined {
  if (!parts) {
    return undefined;
  }
  const sum = parts.reduce((total, part) => total + part, 0);
  const whole = Math.round(sum);
  // 1.1 hours are 3960 seconds, though not in binary fractions.
  const exact = Math.abs(sum - whole) < 1e-6;
  return exact && whole >= 1 && Number.isSafeInteger(whole) ? whole : undefined;
}
