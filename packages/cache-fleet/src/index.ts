/**
 * Real cache servers in primary/replica pairs, with a network between the regions that can be broken. For the demo,
 * the tests and the benchmarks; part of no plugin.
 *
 * @packageDocumentation
 */
export {
  renderKustomize,
  type SecretValues,
  type UntranslatedArgument,
} from './apply';
export * from './control';
export * from './fleet';
export * from './network';
export * from './replay';
export * from './servers';
export * from './traffic';
