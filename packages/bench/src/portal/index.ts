export { Portal } from './Portal';
export {
  configOf,
  entityOf,
  sqliteFile,
  type PortalDatabase,
} from './settings';
export { untilHealthy } from './untilHealthy';
