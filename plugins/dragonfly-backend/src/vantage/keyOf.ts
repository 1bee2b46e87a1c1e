import { Vantage } from './types';

/** Equal for equal vantages. */
export function keyOf({ shard, region }: Vantage): string {
  return `${shard} ${region}`;
}
