export * from './cacheSpecOfAnswers';
export * from './cacheSpecOfForm';
export * from './repositoryUrl';
export * from './types';
