export * from './InventorySource';
export * from './types';
export * from './withSource';
