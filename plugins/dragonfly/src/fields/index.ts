export * from './RegionPicker';
export * from './types';
export * from './UseCasePicker';
