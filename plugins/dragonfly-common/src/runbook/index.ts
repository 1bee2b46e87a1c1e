export * from './runbookUrlOf';
export { isRunbookUrlTemplate, runbookSectionUrl } from './runbookUrlTemplate';
