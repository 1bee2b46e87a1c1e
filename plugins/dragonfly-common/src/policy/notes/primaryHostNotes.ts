import { primaryOf } from '../sections/commands';
import { PolicyNote, Sourced } from '../types';

/** The command that attaches a replica names another host or port than `--replicaof` does. */
export function primaryHostNotes(
  attach: Sourced<string>[],
  replicaOf: Sourced<string>,
): PolicyNote[] {
  const different = attach.flatMap(({ value, line }) => {
    const primary = primaryOf(value);
    return primary === undefined ||
      primary.toLowerCase() === replicaOf.value.toLowerCase()
      ? []
      : [{ value: primary, line }];
  });
  return different.map(({ value, line }) => ({
    code: 'PRIMARY_HOST_SPELLINGS',
    message: `The command in line ${line} names the primary ${value}; the argument --replicaof in line ${replicaOf.line} names it ${replicaOf.value}.`,
    lines: [line, replicaOf.line],
  }));
}
