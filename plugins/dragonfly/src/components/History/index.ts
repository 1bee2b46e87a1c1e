export { EventsSection } from './EventsSection';
export { HistorySection } from './HistorySection';
