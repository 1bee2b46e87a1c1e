import { Policy } from '../types';

/** One thing a policy says is written in a line. */
export interface Claim {
  line: number;
  contained: string;
}

/** All that a policy says about lines. */
export function claimsOf(policy: Policy): Claim[] {
  const { primary, replica, commands, rationale, consequences } = policy;
  const sourced = [
    policy.status,
    policy.dates.created,
    policy.dates.updated,
    policy.context,
    policy.decision,
    policy.replicaOf,
    ...commands.attach,
    ...commands.promote,
    ...rationale.factors,
    ...consequences.positive,
    ...consequences.negative,
    ...[primary, replica].flatMap(({ name, namespace, image, port }) => [
      name,
      namespace,
      image,
      port,
    ]),
  ];
  const servers = [primary, replica];
  return [
    ...sourced.flatMap(one =>
      one ? [claim(one.line, String(one.value))] : [],
    ),
    ...policy.useCases.flatMap(({ line, title, ttl }) => [
      { line, contained: title },
      { line, contained: ttl.text },
    ]),
    ...policy.characteristics.map(row => claim(row.line, row.aspect)),
    ...policy.monitoring.map(row => claim(row.line, row.metric)),
    ...rationale.options.map(row => claim(row.line, row.name)),
    ...policy.links.map(link => claim(link.line, link.target)),
    ...servers.flatMap(server => [
      claim(server.memoryBytes.line, '--maxmemory='),
      claim(server.cacheMode.line, `--cache_mode=${server.cacheMode.value}`),
      ...server.arguments.map(({ line, flag, value }) =>
        claim(line, `--${flag}=${value}`),
      ),
      ...server.secrets.map(({ line, variable }) => claim(line, variable)),
    ]),
  ];
}

function claim(line: number, contained: string): Claim {
  return { line, contained };
}
