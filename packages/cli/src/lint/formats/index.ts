export { FORMATS, formatReport, type Format } from './formatReport';
