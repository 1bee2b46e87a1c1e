export * from './readSettings';
export * from './types';
export * from './SettingsStore';
