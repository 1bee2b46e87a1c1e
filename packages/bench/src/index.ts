export { reportClaims } from './claims';
export { measure } from './timing';
