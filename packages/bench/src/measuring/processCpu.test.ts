import { cpuMsOf, cpuMsOfStat } from './processCpu';

it('adds user and system time, whatever the name of the process is', () => {
  const stat =
    '4242 (redis (old) 1 2) S 1 4242 4242 0 -1 4194560 100 0 0 0 123 77 0 0 20 0 4 0 900 1 2';

  expect(cpuMsOfStat(stat)).toBe(2_000);
});

it('reads what this process has had', () => {
  const { user, system } = process.cpuUsage();

  expect(cpuMsOf(process.pid)).toBeGreaterThan(0);
  expect(cpuMsOf(process.pid)).toBeLessThan((user + system) / 1_000 + 1_000);
});
