import { WatchedCache } from 'backstage-plugin-dragonfly-backend/src/inventory';
import { WatchSettings } from './settings';

/**
 * A pair as the monitor is told of it. Its regions carry its name, so that an observation, which names its region only, is
 * told from those of other pairs.
 */
export function watchedCache({
  name,
  primary,
  replica,
}: WatchSettings['pairs'][number]): WatchedCache {
  const regions = { primary: `${name}-primary`, replica: `${name}-replica` };
  return {
    declaration: {
      name,
      entityRef: `resource:default/${name}`,
      topology: 'replicated',
      nodes: [
        { region: regions.primary, declaredRole: 'primary' },
        { region: regions.replica, declaredRole: 'replica' },
      ],
      lagThresholdSeconds: 5,
      problems: [],
    },
    targets: new Map([
      [regions.primary, { ...primary, tls: false }],
      [regions.replica, { ...replica, tls: false }],
    ]),
  };
}
