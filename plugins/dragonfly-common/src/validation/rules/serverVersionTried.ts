import {
  isTriedServerVersion,
  TRIED_VERSION,
} from '../../manifests/serverVersion';
import { problemAt, Rule } from '../rule';

/** The server's version is one whose flags are known from its binary. */
export const serverVersionTried: Rule = {
  id: 'server-version-untested',
  severity: 'warning',
  why: 'A newer server may have dropped a flag that is used here, and then exits at start.',
  check: ({ regions, settings }) => {
    if (isTriedServerVersion(settings.serverVersion)) return [];
    const [server] = regions.flatMap(({ servers }) => servers);
    return server
      ? [
          problemAt(
            server.object,
            [...server.server.pointer, 'image'],
            `The flags were tried with Dragonfly ${TRIED_VERSION}, and the image has ${settings.serverVersion}.`,
            'Start the server once with these arguments before it takes over, and watch its log.',
          ),
        ]
      : [];
  },
};
