export { withinTime } from './withinTime';
