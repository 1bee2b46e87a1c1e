export { answerJson } from './answerJson';
export { JsonMemory } from './JsonMemory';
export { jsonOfList } from './jsonOfList';
export { jsonOfSeries } from './jsonOfSeries';
