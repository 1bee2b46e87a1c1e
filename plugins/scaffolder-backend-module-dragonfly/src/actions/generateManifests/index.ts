export {
  createGenerateManifestsAction,
  type GenerateManifestsActionOptions,
} from './createGenerateManifestsAction';
