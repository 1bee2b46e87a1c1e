import { ResolvedCache } from '../resolvedCache';

/** A choice in force, as a value that a person can compare. */
export type Choice = string | number | boolean;

/**
 * The choices in force that a request may leave to the policy or the settings, so that a later change can say what it
 * changed. None of them depends on which region holds the primary.
 */
export function choicesOf(cache: ResolvedCache): Record<string, Choice> {
  return {
    namespace: cache.namespace,
    useCase: cache.useCase.title,
    ttlSeconds: cache.useCase.ttl.seconds,
    eviction: cache.useCase.eviction,
    memoryBytes: cache.memoryBytes,
    threads: cache.threads,
    image: cache.settings.image,
    serverVersion: cache.settings.serverVersion,
    flavour: cache.flavour,
    secrets: cache.secretsProvider,
    tls: cache.issuer !== undefined,
    crossRegion: cache.crossRegion,
    argoCd: cache.argoCd !== undefined,
    monitoring: cache.monitoring.kind,
  };
}
