import { code, fenced, list, plain } from '../../readme/markdown';
import { ResolvedCache, ResolvedRegion } from '../../resolvedCache';
import { movesTo, RegionMove } from '../moveTo';
import { quoteWord } from '../shell';
import {
  attachFunction,
  failoverFunction,
  switchoverFunction,
} from './switchoverFunctions';

function patchCommands(cache: ResolvedCache, move: RegionMove): string[] {
  const patch = (kind: string, name: string, json: string) =>
    `kube ${move.region.name} patch ${kind} ${name} --type merge --patch ${quoteWord(json)}`;
  return [
    patch('configmap', cache.names.role, move.configMapPatch),
    patch('service', cache.names.write, move.servicePatch),
  ];
}

function gitLines(moves: RegionMove[]): string[] {
  return moves.map(
    ({ region, roleFile }) =>
      `${code(`overlays/${region.name}/role-config-map.yaml`)}: ${code('role.flags')} is ${String(
        roleFile,
      )
        .trimEnd()
        .split('\n')
        .filter(line => !line.startsWith('#'))
        .map(code)
        .join(' and ')}`,
  );
}

/** Only where more than two regions have a copy: those that are left must follow the one that was promoted. */
function siblings(cache: ResolvedCache, region: ResolvedRegion): string[] {
  if (cache.regions.length < 3) return [];
  return [
    `and then attach every other replica that answers. The first command has it copied anew: one that was ahead of ${code(region.name)} would else keep what that one never had.`,
    fenced('sh', [
      'other=REGION # each replica that is left',
      'ask "$other" REPLICAOF NO ONE',
      `attach "$other" ${region.name}`,
    ]),
  ];
}

function regionSection(cache: ResolvedCache, region: ResolvedRegion): string {
  const others = cache.regions.filter(({ name }) => name !== region.name);
  const moves = movesTo(cache, region.name);
  return [
    `### Make ${region.name} the primary`,
    `The region ${plain(region.title)}. **Planned**, with both sides reachable, no write is lost. Writes wait for a few seconds; then the old primary starts a full resync, and **until that ends there is no second copy**.`,
    ...others.flatMap(other => [
      ...(others.length > 1
        ? [`When the primary is in ${code(other.name)} now:`]
        : []),
      fenced('sh', [`switchover ${other.name} ${region.name}`]),
    ]),
    `**Forced**, when the region of the primary is lost and will not be back in time, and the owner accepts the loss (see [what is lost](#what-a-forced-failover-loses)):`,
    fenced('sh', [`failover ${region.name}`]),
    ...siblings(cache, region),
    'Then, in either case, let role files and Services follow at once. Leave out a region that does not answer, and do it there first when it does, **before its server starts**:',
    fenced(
      'sh',
      moves.flatMap(move => patchCommands(cache, move)),
    ),
    'Cut the clients of the servers that are no primary now, so that they connect again and follow the Service:',
    fenced(
      'sh',
      others.map(({ name }) => `ask ${name} CLIENT KILL TYPE NORMAL`),
    ),
    'Then in Git, in one commit: the template `dragonfly-role` of the portal makes it, or by hand:',
    list([
      ...gitLines(moves),
      `${code(`overlays/${region.name}/write-service.yaml`)} is the Service that leads to the local pod; in every other region it leads to ${code(region.host)}`,
      `${code('catalog-info.yaml')}: ${code('dragonflydb.io/primary-region')} is ${code(region.name)}`,
    ]),
    'It is done when [everything is fine](#is-everything-fine) again and applications write.',
  ].join('\n\n');
}

/** How to move the primary to each region, planned and forced. */
export function moveSection(cache: ResolvedCache): string {
  return [
    '## Move the primary',
    `Paste these once. ${code('switchover')} changes nothing when it cannot finish in time; it says so and lets writes go on.`,
    fenced('sh', [
      ...attachFunction(cache),
      '',
      ...switchoverFunction(cache),
      '',
      ...failoverFunction(),
    ]),
    list([
      'The pause on the old primary ends by itself. The fence, that is `REPLICAOF` to the new primary, must be in place before: an old primary whose pause has ended takes writes that are lost later.',
      'Do not use `REPLTAKEOVER` by hand: it ends the old primary, and one that hangs still ends later, although the takeover has failed.',
      'Never promote a replica in the middle of a full sync. It answers `OK` and has part of the data.',
      'Start no second move while one is in doubt. First ask both servers for their roles.',
    ]),
    ...cache.regions.map(region => regionSection(cache, region)),
  ].join('\n\n');
}
