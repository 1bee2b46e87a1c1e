export * from './readSettings';
export * from './types';
export * from './SettingsStore';
export { normalizedRef } from './entityRefs';
export * from './toTemplate';
export { nodeAddress } from './nodeSchema';
export { label, text } from './fields';
