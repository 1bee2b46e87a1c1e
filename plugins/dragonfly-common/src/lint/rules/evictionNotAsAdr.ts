import { evictionOf } from '../model/eviction';
import { useCaseOf } from '../model/useCases';
import { LintRule, Offence, offenceAt, offenceOf } from './rule';
import { argumentsOf, plainServers } from './serverPlaces';

export const evictionNotAsAdr: LintRule = {
  id: 'eviction-not-as-adr',
  severity: 'info',
  title: 'Eviction differs from the ADR',
  why: 'The server does something else when it is full than the decision record says; nothing here names the use case that would explain it.',
  fix: "Follow the decision record, or name the use case in the annotation dragonflydb.io/use-case of the cache's entity.",
  check: model =>
    plainServers(model).flatMap((server): Offence[] => {
      const wanted = model.policy?.primary.cacheMode;
      const { eviction, setting } = evictionOf(server);
      if (
        !wanted ||
        useCaseOf(server, model) ||
        (eviction === 'lru') === wanted.value
      ) {
        return [];
      }
      const message = `The server ${eviction === 'lru' ? 'evicts' : 'does not evict'}; the ADR says --cache_mode=${wanted.value}.`;
      const offence = setting
        ? offenceOf(setting, message)
        : offenceAt(server.object, argumentsOf(server), message);
      return [{ ...offence, adrLine: wanted.line }];
    }),
};
