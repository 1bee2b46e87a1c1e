import { LiveInstance } from './types';

/** Whether an instance states that it can reach a region; one that states nothing reaches all. */
export function reaches(
  { regions }: Pick<LiveInstance, 'regions'>,
  region: string,
): boolean {
  return regions?.includes(region) ?? true;
}
