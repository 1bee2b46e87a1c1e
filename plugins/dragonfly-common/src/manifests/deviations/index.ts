export { deviationsOf } from './deviationsOf';
