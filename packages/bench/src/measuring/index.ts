export { Histogram } from './Histogram';
export { measurePauses } from './measurePauses';
export { cpuMsOf } from './processCpu';
export { quantile } from './quantile';
export { renderTable } from './table';
