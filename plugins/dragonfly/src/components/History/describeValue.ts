import {
  describeBytes,
  describeSeconds,
  Series,
} from 'backstage-plugin-dragonfly-common';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A value of a series with its unit. */
export function describeValue(unit: Series['unit'], value: number): string {
  switch (unit) {
    case 'seconds':
      return describeSeconds(value);
    case 'milliseconds':
      return `${numbers.format(value)} ms`;
    case 'bytes':
      return describeBytes(Math.round(value));
    case 'share':
      return `${numbers.format(value * 100)} %`;
    case 'per-second':
      return `${numbers.format(value)}/s`;
    default:
      return unit satisfies never;
  }
}
