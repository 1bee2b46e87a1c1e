export { Histogram } from './Histogram';
export { measurePauses } from './measurePauses';
export { medianP99Longest } from './medianP99Longest';
export { cpuMsOf } from './processCpu';
export { quantile } from './quantile';
export { renderTable } from './table';
