export {
  createChangeManifestsAction,
  type ChangeManifestsActionOptions,
} from './createChangeManifestsAction';
