import { ReplicaPair } from '../model/replication';
import { PASSWORDS, Setting, settingOf } from '../model/setting';
import { Server } from '../model/server';
import { LintRule, Offence, offenceAt, offenceOf } from './rule';
import { argumentsOf } from './serverPlaces';

export const credentialsAsymmetric: LintRule = {
  id: 'credentials-asymmetric',
  severity: 'error',
  title: 'One side of a pair lacks a password that the other one has',
  why: 'A promotion swaps the roles: a server without masterauth cannot attach to the new primary (NOAUTH), and one without requirepass lets everybody in, or keeps applications out, from that moment on.',
  fix: 'Give both sides requirepass and masterauth, from Secrets with the same keys.',
  check: ({ pairs }) => pairs.filter(isKnown).flatMap(offencesOf),
};

function isKnown({ primary, replica }: ReplicaPair): boolean {
  return [primary, replica].every(
    ({ scripted, object, operator }) =>
      !scripted && !operator && !object.partial,
  );
}

function offencesOf({ primary, replica }: ReplicaPair): Offence[] {
  const own = (server: Server) => settingOf(server.settings, ...PASSWORDS.own);
  const other = (server: Server) =>
    settingOf(server.settings, ...PASSWORDS.primary);
  const lacks = (server: Server, near: Setting | undefined, text: string) =>
    near?.object === undefined
      ? offenceAt(server.object, argumentsOf(server), text)
      : offenceOf(near, text);
  return [
    own(primary) && !other(replica)
      ? lacks(
          replica,
          own(replica),
          'The primary asks for a password and the replica has no masterauth to present; expected one.',
        )
      : undefined,
    other(replica) && !other(primary)
      ? lacks(
          primary,
          own(primary),
          'The replica has masterauth and the primary has none to attach with after a failover; expected it on both sides.',
        )
      : undefined,
    Boolean(own(primary)) !== Boolean(own(replica))
      ? lacks(
          own(primary) ? replica : primary,
          undefined,
          'Only one side of the pair asks for a password; expected requirepass on both.',
        )
      : undefined,
  ].filter(offence => offence !== undefined);
}
