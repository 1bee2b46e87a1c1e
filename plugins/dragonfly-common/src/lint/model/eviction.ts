import { Eviction } from '../../policy';
import { isRedis, Server } from './server';
import { isOn, Setting, settingOf } from './setting';

/** What a server does when its memory is full, and the setting that says so; without one its default holds. */
export function evictionOf(server: Server): {
  eviction: Eviction;
  setting?: Setting;
} {
  const { settings } = server;
  if (!isRedis(server)) {
    return {
      eviction: isOn(settings, 'cache_mode') ? 'lru' : 'fixed',
      setting: settingOf(settings, 'cache_mode'),
    };
  }
  const setting = settingOf(settings, 'maxmemory-policy');
  const policy = setting?.value.toLowerCase() ?? 'noeviction';
  return { eviction: policy === 'noeviction' ? 'fixed' : 'lru', setting };
}
