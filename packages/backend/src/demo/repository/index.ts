export { demoRepositoryFeatures as default } from './demoRepositoryFeatures';
