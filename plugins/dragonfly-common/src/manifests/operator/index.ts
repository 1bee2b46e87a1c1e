export * from './operatorArguments';
export * from './operatorFiles';
export * from './operatorSection';
