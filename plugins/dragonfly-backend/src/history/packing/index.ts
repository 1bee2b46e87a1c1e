export {
  packedSample,
  packSample,
  packSamples,
  unpackSample,
  unpackSamples,
  type PackedSample,
} from './samples';
export { packRollups } from './packRollups';
export { unpackRollups } from './unpackRollups';
