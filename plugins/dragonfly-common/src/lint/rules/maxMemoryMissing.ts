import { memoryLimitOf } from '../model/memory';
import { isRedis } from '../model/server';
import { settingOf } from '../model/setting';
import { LintRule } from './rule';
import { missingFlag, nameOfEngine } from './serverPlaces';

export const maxMemoryMissing: LintRule = {
  id: 'maxmemory-missing',
  severity: 'warning',
  title: 'Nothing bounds the data set',
  why: 'Without maxmemory Redis grows until the kernel kills it, and never evicts. Dragonfly takes most of the container, or of the node where the container has no limit, so that both sides of a pair can differ.',
  fix: 'Set maxmemory to at most 0.8 times the memory limit.',
  check: missingFlag(server => {
    const value = settingOf(server.settings, 'maxmemory')?.value;
    const isMissing = value === undefined || value === '0';
    return isMissing && (isRedis(server) || memoryLimitOf(server) === undefined)
      ? `${nameOfEngine(server)} has no maxmemory; expected one.`
      : undefined;
  }),
};
