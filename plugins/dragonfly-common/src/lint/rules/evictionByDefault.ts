import { isRedis } from '../model/server';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag, nameOfEngine } from './serverPlaces';

export const evictionByDefault: LintRule = {
  id: 'eviction-by-default',
  severity: 'warning',
  title: 'A full Redis refuses writes because nobody chose a policy',
  why: 'maxmemory-policy is "noeviction" unless it is set: a cache that is full answers every write with an error instead of evicting what was not used for long.',
  fix: 'Set maxmemory-policy: allkeys-lru for a cache, noeviction on purpose for counters that must not vanish.',
  check: missingFlag(server =>
    isRedis(server) &&
    settingOf(server.settings, 'maxmemory') &&
    !settingOf(server.settings, 'maxmemory-policy')
      ? `${nameOfEngine(server)} has maxmemory without maxmemory-policy, which is "noeviction" then; expected a choice.`
      : undefined,
  ),
};
