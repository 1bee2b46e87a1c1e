export * from './AdrLine';
export * from './linkToLine';
