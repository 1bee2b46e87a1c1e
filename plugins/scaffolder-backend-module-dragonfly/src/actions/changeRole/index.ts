export { createChangeRoleAction } from './createChangeRoleAction';
