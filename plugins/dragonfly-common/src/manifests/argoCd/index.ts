export * from './argoCdFiles';
