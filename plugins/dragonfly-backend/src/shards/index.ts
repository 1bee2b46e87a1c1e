export { FleetMonitor } from './FleetMonitor';
