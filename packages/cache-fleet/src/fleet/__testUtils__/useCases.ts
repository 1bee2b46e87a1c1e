import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePolicy, Topology } from 'backstage-plugin-dragonfly-common';

const ADR = resolve(
  __dirname,
  '../../../../../docs/adr/caching-with-dragonfly.md',
);

/** Every use case of the ADR with the topologies that it allows. */
export function useCasesOfAdr(): { useCase: string; topology: Topology }[] {
  const policy = parsePolicy(readFileSync(ADR, 'utf8'));
  if (!policy.ok) {
    throw new Error(policy.errors.map(each => each.message).join('\n'));
  }
  const topologies: Record<string, Topology[]> = {
    required: ['replicated'],
    local: ['independent'],
    optional: ['replicated', 'independent'],
  };
  return policy.policy.useCases.flatMap(({ id, disasterRecovery }) =>
    topologies[disasterRecovery].map(topology => ({ useCase: id, topology })),
  );
}
