import { parseMemoryQuantity } from '../../policy';
import { isRedis, Server } from './server';
import { settingOf } from './setting';
import { parseQuantity } from './quantity';

const REDIS_SIZE = /^(\d{1,15})(b|k|kb|m|mb|g|gb)?$/i;
const REDIS_UNITS: Record<string, number> = {
  b: 1,
  k: 1000,
  kb: 1024,
  m: 1000 ** 2,
  mb: 1024 ** 2,
  g: 1000 ** 3,
  gb: 1024 ** 3,
};

/** To Redis `1g` is 1000^3 and `1gb` is 1024^3 bytes. */
function parseRedisSize(text: string): number | undefined {
  const [, digits, unit] = REDIS_SIZE.exec(text) ?? [];
  return digits === undefined
    ? undefined
    : Number(digits) * REDIS_UNITS[(unit ?? 'b').toLowerCase()];
}

/** `maxmemory` in bytes; `undefined` when it is not set, cannot be read, or is 0, which means no limit. */
export function maxMemoryOf(server: Server): number | undefined {
  const text = settingOf(server.settings, 'maxmemory')?.value ?? '';
  const bytes = isRedis(server)
    ? parseRedisSize(text)
    : parseMemoryQuantity(text);
  return bytes || undefined;
}

/** The container's memory limit in bytes. */
export function memoryLimitOf({ container }: Server): number | undefined {
  return parseQuantity(
    container.get('resources', 'limits', 'memory').text() ?? '',
  );
}

/** The container's CPU limit in cores. */
export function cpuLimitOf({ container }: Server): number | undefined {
  return parseQuantity(
    container.get('resources', 'limits', 'cpu').text() ?? '',
  );
}
