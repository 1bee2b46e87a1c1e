export * from './UseCaseFacts';
