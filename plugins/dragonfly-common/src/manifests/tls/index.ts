export * from './certificate';
export * from './certificateFiles';
export * from './tlsArguments';
export * from './tlsVolumes';
