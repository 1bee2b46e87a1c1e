import { backlogRecords } from './replicationArguments';

const MIB = 2 ** 20;

describe('backlogRecords', () => {
  it.each`
    memory         | threads | records   | because
    ${256 * MIB}   | ${1}    | ${8192}   | ${'never less than the default'}
    ${512 * MIB}   | ${2}    | ${8192}   | ${'never less than the default'}
    ${1024 * MIB}  | ${1}    | ${32768}  | ${'4 % of 1 GiB is 41 MiB'}
    ${2048 * MIB}  | ${2}    | ${32768}  | ${'4 % of 2 GiB is 82 MiB for two shards'}
    ${65536 * MIB} | ${2}    | ${131072} | ${'never more than the largest'}
  `('is $records: $because', ({ memory, threads, records }) => {
    expect(backlogRecords(memory, threads)).toBe(records);
  });
});
