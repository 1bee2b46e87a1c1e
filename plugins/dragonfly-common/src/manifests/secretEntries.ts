import { Policy, ServerArgument, ServerTemplate } from '../policy/types';
import { Topology } from './types';
import { isServerFlag } from './serverFlags';

/** A server flag whose value comes from a key of a Secret. */
export interface SecretEntry {
  /** Without dashes: `requirepass`. */
  flag: string;
  secretName: string;
  secretKey: string;
  /** The argument of the ADR that asks for it. */
  adr: ServerArgument;
}

const VARIABLE = /^\$\(([A-Za-z_][A-Za-z0-9_]*)\)$/;

/** The variable that an argument such as `--requirepass=$(REDIS_PASSWORD)` takes its value from. */
export function variableOf(argument: ServerArgument): string | undefined {
  return VARIABLE.exec(argument.value ?? '')?.[1];
}

/** ADR's arguments in force: both roles' when servers replicate, because either can become the other. */
export function policyArguments(
  policy: Policy,
  topology: Topology,
): ServerArgument[] {
  const both =
    topology === 'replicated'
      ? [...policy.primary.arguments, ...policy.replica.arguments]
      : policy.primary.arguments;
  const seen = new Set<string>();
  return both.filter(({ flag }) => !seen.has(flag) && seen.add(flag));
}

function secretName(server: ServerTemplate, name: string, cache: string) {
  const prefix = `${server.name.value}-`;
  return name.startsWith(prefix)
    ? `${cache}-${name.slice(prefix.length)}`
    : `${cache}-${name}`;
}

/**
 * The passwords of a cache: the ADR's Secret keys under a Secret name that carries the cache's name in place of the
 * ADR's (`dragonfly-credentials` becomes `sessions-credentials`).
 */
export function secretEntries(
  policy: Policy,
  cache: string,
  topology: Topology,
): SecretEntry[] {
  const servers = [policy.primary, policy.replica];
  return policyArguments(policy, topology).flatMap(adr => {
    const variable = variableOf(adr);
    if (variable === undefined || !isServerFlag(adr.flag)) return [];
    const found = servers
      .flatMap(server => server.secrets.map(secret => ({ server, secret })))
      .find(({ secret }) => secret.variable === variable);
    return found
      ? [
          {
            flag: adr.flag,
            secretName: secretName(
              found.server,
              found.secret.secretName,
              cache,
            ),
            secretKey: found.secret.secretKey,
            adr,
          },
        ]
      : [];
  });
}
