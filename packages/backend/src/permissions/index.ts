export { portalPermissionsModule as default } from './portalPermissionsModule';
