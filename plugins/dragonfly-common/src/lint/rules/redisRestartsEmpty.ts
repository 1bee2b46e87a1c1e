import { isReplicated } from '../model/manifestModel';
import { isRedis } from '../model/server';
import { survivesPod, writesDisk } from '../model/persistence';
import { LintRule } from './rule';
import { missingFlag, nameOfEngine } from './serverPlaces';

export const redisRestartsEmpty: LintRule = {
  id: 'redis-restarts-empty',
  severity: 'error',
  title: 'A Redis primary comes back empty and wipes its replica',
  why: 'Redis has no protection against an empty primary: Kubernetes restarts the container at once, the replica connects again, starts a full sync and throws the only copy away.',
  fix: 'Turn persistence on (appendonly yes) on a volume that outlives the pod, on both sides; or do not let the primary restart by itself.',
  check: missingFlag((server, model) => {
    if (!isRedis(server) || !isReplicated(server, model)) return undefined;
    if (!writesDisk(server)) {
      return `${nameOfEngine(server)} replicates with its persistence turned off; expected "appendonly yes" or "save".`;
    }
    return survivesPod(server)
      ? undefined
      : `${nameOfEngine(server)} replicates and persists to no volume that outlives its pod; expected a volume claim.`;
  }),
};
