import { Server } from '../model/server';
import { isOn, settingOf } from '../model/setting';
import { LintRule, Offence, offenceAt } from './rule';
import { argumentsOf } from './serverPlaces';

export const tlsOneSided: LintRule = {
  id: 'tls-one-sided',
  severity: 'error',
  title: 'One side of a pair encrypts and the other one does not',
  why: 'The side that dials encrypts when it is told to replicate over TLS, the side that listens when it serves TLS. If only one of them does, replication fails now or after the next promotion.',
  fix: 'Set both --tls and --tls_replication on both sides (tls-port and tls-replication for Redis).',
  check: ({ pairs }) =>
    pairs.flatMap(({ primary, replica }): Offence[] => {
      if (primary.scripted || replica.scripted) return [];
      const sides = [primary, replica].map(server => ({
        server,
        serves: servesTls(server),
        dials: isOn(server.settings, 'tls_replication', 'tls-replication'),
      }));
      if (!sides.some(({ serves, dials }) => serves || dials)) return [];
      return sides
        .filter(({ serves, dials }) => !serves || !dials)
        .map(({ server, serves }) =>
          offenceAt(
            server.object,
            argumentsOf(server),
            serves
              ? 'The server serves TLS and does not replicate over it; expected both on both sides.'
              : 'The other side of the pair uses TLS and this server does not serve it; expected it on both sides.',
          ),
        );
    }),
};

function servesTls({ settings }: Server): boolean {
  const port = settingOf(settings, 'tls-port')?.value;
  return isOn(settings, 'tls') || (port !== undefined && port !== '0');
}
