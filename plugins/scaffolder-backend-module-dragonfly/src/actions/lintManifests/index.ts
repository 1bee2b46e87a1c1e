export {
  createLintManifestsAction,
  type LintManifestsActionOptions,
} from './createLintManifestsAction';
