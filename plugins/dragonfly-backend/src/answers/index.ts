export { answerJson } from './answerJson';
export { JsonMemory } from './JsonMemory';
export { jsonOfList } from './jsonOfList';
