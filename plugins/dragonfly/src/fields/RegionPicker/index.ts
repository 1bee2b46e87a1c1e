export * from './RegionPicker';
export * from './regionPickerValidation';
export * from './schema';
