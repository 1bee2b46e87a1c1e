export * from './CacheName';
export * from './Consumers';
export * from './ManifestPreview';
export * from './OutputOptions';
export * from './RegionPicker';
export * from './Sizing';
export * from './types';
export * from './UseCasePicker';
