export { actingAuthFeatures } from './actingAuthFeatures';
export { catalogWith } from './catalogWith';
export { ownersOnly } from './ownersOnly';
export { policyOf } from './policyOf';
