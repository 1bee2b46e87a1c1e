export { MaintenanceReader } from './MaintenanceReader';
export { Maintenances } from './Maintenances';
export { MaintenanceService } from './MaintenanceService';
