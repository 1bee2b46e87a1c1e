export {
  packedSample,
  packSamples,
  readSamples,
  textOfSample,
  unpackSamples,
} from './samples';
export { packRollups } from './packRollups';
export { addRollups } from './addRollups';
export { unpackRollups } from './unpackRollups';
