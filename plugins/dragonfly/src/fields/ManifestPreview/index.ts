export * from './ManifestPreview';
export * from './manifestPreviewValidation';
export * from './schema';
