export * from './argoCdFiles';
export * from './argoCdSection';
export * from './roleDifferences';
