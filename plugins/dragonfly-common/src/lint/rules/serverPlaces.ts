import { picking } from '../model/selection';
import { Server } from '../model/server';
import { LintRule, Offence, offenceAt } from './rule';
import { ManifestModel } from '../model/manifestModel';

/** Where a missing flag of a server would be added. */
export function argumentsOf({ container }: Server) {
  const args = container.get('args');
  return args.exists ? args : container.get('command');
}

/** What a server is called in a sentence. */
export function nameOfEngine({ engine }: Server): string {
  return {
    dragonfly: 'Dragonfly',
    redis: 'Redis',
    valkey: 'Valkey',
    keydb: 'KeyDB',
  }[engine];
}

/** The servers whose arguments are all known; what a script adds or a patch leaves out is not. */
export function plainServers({ servers }: ManifestModel): Server[] {
  return servers.filter(({ scripted, object }) => !scripted && !object.partial);
}

/** A check of each server whose arguments are all known, for a flag that is missing. */
export function missingFlag(
  isMissing: (server: Server, model: ManifestModel) => string | undefined,
): LintRule['check'] {
  return model =>
    plainServers(model).flatMap((server): Offence[] => {
      const message = isMissing(server, model);
      return message === undefined
        ? []
        : [offenceAt(server.object, argumentsOf(server), message)];
    });
}

/** The servers that a drain may evict at any time; an operator looks after its own. */
export function unbudgetedServers({
  selections,
  servers,
}: ManifestModel): Server[] {
  return servers.filter(
    server =>
      !server.operator &&
      !server.object.partial &&
      picking(selections.disruptionBudgets, server).length === 0,
  );
}
