export { Slices } from './Slices';
export { withinTime } from './withinTime';
