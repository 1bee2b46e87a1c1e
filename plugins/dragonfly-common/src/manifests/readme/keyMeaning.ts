import { AclUser } from '../secrets';
import { code, plain } from './markdown';

/** What a password of the ADR is for, by the flag that takes it. */
export function meaningOfFlag(flag: string): string {
  if (flag === 'requirepass') return 'Password of the user `default`.';
  if (flag === 'masterauth') {
    return 'What a replica presents to its primary: the same password as that of `default`.';
  }
  return `Value of the server's flag ${code(flag)}.`;
}

/** Whose password a user's is. */
export function meaningOfUser({ name, consumer }: AclUser): string {
  const whose = consumer ? `, for ${plain(consumer.entityRef)}` : '';
  return `Password of the user ${code(name)}${whose}.`;
}
