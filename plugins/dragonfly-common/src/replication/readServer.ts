import { countField, textField } from './infoField';
import { InfoResult, unusableReply } from './infoResult';
import { InfoSections } from './parseInfo';
import { NodeFacts } from './types';

const SECTION = 'server';

/** What `INFO server` says. @public */
export type ServerFacts = Pick<
  NodeFacts,
  'flavour' | 'version' | 'uptimeSeconds'
>;

/**
 * Reads `INFO server`. Dragonfly and Valkey report a `redis_version` for compatibility as well, so their own field is
 * asked first.
 *
 * @public
 */
export function readServer(info: InfoSections): InfoResult<ServerFacts> {
  const uptimeSeconds = countField(info, SECTION, 'uptime_in_seconds');
  const dragonfly = textField(info, SECTION, 'dragonfly_version');
  if (dragonfly !== undefined) {
    const version = dragonfly.replace(/^df-/, '').replace(/^v/, '');
    return {
      ok: true,
      value: { flavour: 'dragonfly', version, uptimeSeconds },
    };
  }
  const valkey = textField(info, SECTION, 'valkey_version');
  if (valkey !== undefined) {
    return {
      ok: true,
      value: { flavour: 'valkey', version: valkey, uptimeSeconds },
    };
  }
  const redis = textField(info, SECTION, 'redis_version');
  if (redis !== undefined) {
    return {
      ok: true,
      value: { flavour: 'redis', version: redis, uptimeSeconds },
    };
  }
  return unusableReply('the answer to INFO server names no version');
}
