import { readFileSync } from 'node:fs';

/** Linux counts the time of processes in hundredths of a second, whatever the kernel was built with. */
const MS_PER_TICK = 10;

/** CPU time a process has had so far, milliseconds, from a line of `/proc/<pid>/stat`. */
export function cpuMsOfStat(stat: string): number {
  // The name stands in brackets and may hold anything, also blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
  return (userTicks + systemTicks) * MS_PER_TICK;
}

/** CPU time a running process has had so far, milliseconds. */
export function cpuMsOf(pid: number): number {
  return cpuMsOfStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}
