export {
  packedSample,
  packSample,
  packSamples,
  unpackSample,
  unpackSamples,
  type PackedSample,
} from './samples';
export { packRollups } from './packRollups';
export { addRollups } from './addRollups';
export { unpackRollups } from './unpackRollups';
