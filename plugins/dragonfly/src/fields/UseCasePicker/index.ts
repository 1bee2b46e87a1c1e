export * from './schema';
export * from './UseCasePicker';
export * from './useCasePickerValidation';
