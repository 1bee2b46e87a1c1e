import { Flag } from '../flags';
import { AclLine } from '../secrets/aclFile';
import { ServerSettings } from '../serverSettings';
import { LocalServer } from './localServer';
import { REDIS_FLAGS, UNKNOWN_FLAG } from './redisFlags';

/** A Redis configuration, and what of the manifests is not in it. */
export interface Translation {
  directives: string[][];
  untranslated: Array<{ argument: string; reason: string }>;
}

const DRAGONFLY_COMMANDS = ['dfly', 'repltakeover', 'addreplicaof', 'stick'];

/** The flags in force: of each name the last one. */
function inForce(flags: Flag[]): Flag[] {
  return [...new Map(flags.map(flag => [flag.name, flag])).values()];
}

function translateUser({ username, rules }: AclLine): Translation {
  const isForeign = (rule: string) =>
    DRAGONFLY_COMMANDS.includes(rule.replace(/^[+-]/, '').toLowerCase());
  return {
    directives: [
      ['user', username, 'reset', ...rules.filter(rule => !isForeign(rule))],
    ],
    untranslated: rules.filter(isForeign).map(rule => ({
      argument: `${rule} of user ${username}`,
      reason: 'it has no such command',
    })),
  };
}

/** Says in Redis's words what the manifests say in Dragonfly's. */
export function translateToRedis(
  settings: ServerSettings,
  local: LocalServer,
): Translation {
  const flags = inForce(settings.flags).map((flag): Translation => {
    const translate = REDIS_FLAGS[flag.name];
    const translated = translate?.(flag.value, local) ?? {
      reason: UNKNOWN_FLAG,
    };
    return 'reason' in translated
      ? {
          directives: [],
          untranslated: [{ argument: flag.text, reason: translated.reason }],
        }
      : { directives: translated.directives, untranslated: [] };
  });
  const parts = [...flags, ...settings.aclLines.map(translateUser)];
  return {
    directives: parts.flatMap(part => part.directives),
    untranslated: parts.flatMap(part => part.untranslated),
  };
}
