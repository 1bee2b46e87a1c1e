export * from './assess';
export * from './classifyProbeError';
export * from './describe';
export {
  describeBytes,
  describeCount,
  describeSeconds,
} from './describeQuantity';
export { factsFromInfo, type InfoReplies } from './factsFromInfo';
export type { InfoResult } from './infoResult';
export { suspectIsolation, type NodeGlance } from './isolation';
export { addObservation } from './observations';
export { outdated } from './outdated';
export { parseInfo, type InfoSections } from './parseInfo';
export { readKeyspace } from './readKeyspace';
export { readMemory } from './readMemory';
export { readReplication } from './readReplication';
export { readServer, type ServerFacts } from './readServer';
export { readStats } from './readStats';
export { reason } from './reason';
export { reasonDefinitions } from './reasonDefinitions';
export * from './reasons';
export { STALE_AFTER_INTERVALS } from './thresholds';
export * from './types';
export { verdictOf } from './verdict';
