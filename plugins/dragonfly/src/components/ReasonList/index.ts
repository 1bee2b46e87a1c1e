export * from './ReasonDetails';
export * from './ReasonList';
export * from './SeverityMark';
