export { assistedNodes, vantagesOf, type AssistedNode } from './assistedNodes';
export { keyOf } from './keyOf';
export { reaches } from './reaches';
export { shareVantages } from './shareVantages';
export { LEASE_MS, type LiveInstance, type Vantage } from './types';
export { Vantages } from './Vantages';
export { VantageStore } from './VantageStore';
