export * from './RoleText';
