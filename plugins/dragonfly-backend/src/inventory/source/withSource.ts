import { Settings } from '../../config';
import { SourceInventory } from './types';

/** The settings with what the source adds to them; what app-config says wins. */
export function withSource(
  settings: Settings,
  source: SourceInventory,
): Settings {
  return {
    ...settings,
    caches: new Map([...source.caches, ...settings.caches]),
    profiles: new Map([...source.profiles, ...settings.profiles]),
  };
}
