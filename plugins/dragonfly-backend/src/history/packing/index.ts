export {
  packedTick,
  packSample,
  packSamples,
  unpackSample,
  unpackSamples,
  unpackTickSample,
  type PackedSample,
} from './samples';
export { packRollups } from './packRollups';
export { unpackRollups } from './unpackRollups';
