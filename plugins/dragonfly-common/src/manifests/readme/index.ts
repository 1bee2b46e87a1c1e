export { readme } from './readme';
