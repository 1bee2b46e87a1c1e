/**
 * Policy, manifests, replication assessment and API types of the Dragonfly cache plugins.
 * Pure functions without I/O, used by the backend, the modules and the browser alike.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './findings';
export * from './history';
export * from './inventory';
export * from './lint';
export * from './maintenance';
export * from './manifests';
export * from './permissions';
export * from './policy';
export * from './regeneration';
export * from './replication';
export * from './request';
export * from './roleChange';
export * from './runbook';
export * from './sizing';
export * from './validation';
export * from './yaml';
