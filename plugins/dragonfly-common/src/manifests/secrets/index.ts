export * from './aclLines';
export * from './externalSecret';
export * from './secretFiles';
export * from './serverSecret';
