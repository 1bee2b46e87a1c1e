export * from './channels';
export * from './DragonflyApi';
export * from './DragonflyClient';
export * from './search';
export * from './types';
