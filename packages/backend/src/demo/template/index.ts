export { demoTemplateModule as default } from './demoTemplateModule';
