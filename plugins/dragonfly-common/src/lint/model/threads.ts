import { BYTES_PER_THREAD } from '../../manifests/units';
import { cpuLimitOf, maxMemoryOf } from './memory';
import { Server } from './server';
import { Setting, settingOf } from './setting';

/** How many threads a Dragonfly server starts, and how many its memory allows. */
export interface Threads {
  /** What decides the number; `undefined` when nothing does but the number of CPUs of the node. */
  decidedBy?: { setting: Setting } | { cpuLimit: number };
  wanted?: number;
  allowed: number;
}

/** `undefined` for a server without `maxmemory`, which takes what it finds. */
export function threadsOf(server: Server): Threads | undefined {
  const bytes = maxMemoryOf(server);
  if (server.engine !== 'dragonfly' || bytes === undefined) return undefined;
  const allowed = Math.floor(bytes / BYTES_PER_THREAD);
  const setting = settingOf(server.settings, 'proactor_threads');
  const count = Number(setting?.value);
  if (setting && count > 0) {
    return { decidedBy: { setting }, wanted: count, allowed };
  }
  const cpuLimit = cpuLimitOf(server);
  return cpuLimit
    ? { decidedBy: { cpuLimit }, wanted: Math.ceil(cpuLimit), allowed }
    : { allowed };
}
