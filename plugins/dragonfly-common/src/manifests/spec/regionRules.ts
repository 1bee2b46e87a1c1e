import { CacheSpec, FieldError, ManifestSettings } from '../types';
import { fieldError } from './fieldErrors';

/** Checks that every region of a request is configured and named once. */
export function checkRegions(
  spec: CacheSpec,
  settings: ManifestSettings,
): FieldError[] {
  const known = settings.regions.map(region => region.name);
  const list = known.map(name => `"${name}"`).join(', ') || 'none';
  const seen = new Set<string>();
  const named = [
    { field: 'primaryRegion', name: spec.primaryRegion },
    ...spec.otherRegions.map((name, index) => ({
      field: `otherRegions[${index}]`,
      name,
    })),
  ];
  return named.flatMap(({ field, name }) => {
    if (!known.includes(name)) {
      return [
        fieldError(
          field,
          name,
          `one of the configured regions: ${list}`,
          'Pick one of them, or have the platform team add the region to "dragonfly.regions".',
        ),
      ];
    }
    if (seen.has(name)) {
      return [
        fieldError(
          field,
          name,
          'a region that is not named twice',
          'A cache has one server per region; remove the repetition.',
        ),
      ];
    }
    seen.add(name);
    return [];
  });
}
