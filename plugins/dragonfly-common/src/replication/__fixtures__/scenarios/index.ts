import { brokenReplication } from './brokenReplication';
import { lostPrimary } from './lostPrimary';
import { roleChanges } from './roleChanges';
import { steadyState } from './steadyState';

export type { Scenario } from './Scenario';

/** What an honest assessment says of every recording, phase by phase. */
export const scenarios = [
  ...steadyState,
  ...lostPrimary,
  ...brokenReplication,
  ...roleChanges,
];
