const POWERS = ['', 'k', 'm', 'g', 't', 'p'];

/** What {@link parseMemoryQuantity} accepts, for messages. @public */
export const MEMORY_FORMS =
  'a number with a unit and without a space, such as "2gb", "512mb", "2G" or "2Gi"';

/**
 * Reads an amount of memory as Dragonfly reads `--maxmemory`: the first letter of the unit decides, its case does not
 * matter, and every unit is binary. So `2gb`, `2G`, `2GiB` and `2Gi` are all 2 * 1024^3 bytes, and a number without
 * a unit is bytes. Kubernetes differs: there `2G` is 2 * 1000^3.
 *
 * Some builds of Dragonfly ignore what follows the letter and others allow only a `b` there, so `2gb` is the spelling
 * that all of them start with.
 *
 * @returns whole bytes; `undefined` when the text is not such a quantity (a space before the unit, a sign, a percentage).
 * @public
 */
export function parseMemoryQuantity(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(?:b|([kmgtp])(?:i?b?))?$/i.exec(text);
  if (!match) {
    return undefined;
  }
  const power = POWERS.indexOf((match[2] ?? '').toLowerCase());
  const bytes = Math.round(Number(match[1]) * 1024 ** power);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/**
 * An amount of memory for people, in binary units and with at most two decimals: `2 GiB`, `512 MiB`, `1.5 GiB`, `17 B`.
 *
 * @throws RangeError when the number is not finite.
 * @public
 */
export function formatMemory(bytes: number): string {
  if (!Number.isFinite(bytes)) {
    throw new RangeError(
      `Found ${bytes} as an amount of memory; expected a finite number of bytes`,
    );
  }
  if (bytes < 0) {
    return `-${formatMemory(-bytes)}`;
  }
  let power = 0;
  // Rounded first, so that one byte less than a GiB is "1 GiB" and not "1024 MiB".
  while (power < POWERS.length - 1 && rounded(bytes, power) >= 1024) {
    power += 1;
  }
  const unit = power === 0 ? 'B' : `${POWERS[power].toUpperCase()}iB`;
  return `${rounded(bytes, power)} ${unit}`;
}

function rounded(bytes: number, power: number): number {
  return Math.round((bytes / 1024 ** power) * 100) / 100;
}
