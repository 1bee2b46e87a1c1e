export { Histogram } from './Histogram';
export { cpuMsOf } from './processCpu';
export { quantile } from './quantile';
export { renderTable } from './table';
