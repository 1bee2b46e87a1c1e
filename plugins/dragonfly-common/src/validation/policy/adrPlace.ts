import { textAt } from '../model/fields';
import { problemAt, Rule } from '../rule';

/** The server runs on the ADR's port, in its namespace, and from the image of the settings. */
export const adrPlace: Rule = {
  id: 'adr-place',
  severity: 'error',
  why: 'Everybody who read the ADR looks for the cache there, and the settings say which version was tried.',
  check: ({ policy, regions, settings }) =>
    regions.flatMap(({ servers }) =>
      servers.flatMap(({ object, server, ports }) => {
        const { port } = policy.primary;
        const image = textAt(server.fields, 'image');
        return [
          ...(ports.some(each => each.port === port.value)
            ? []
            : [
                problemAt(
                  object,
                  [...server.pointer, 'ports'],
                  `The server has ports ${ports.map(each => each.port).join(', ')}, and the ADR says ${port.value} (line ${port.line}).`,
                  `Declare containerPort ${port.value}.`,
                  port.line,
                ),
              ]),
          ...(image === settings.image
            ? []
            : [
                problemAt(
                  object,
                  [...server.pointer, 'image'],
                  `The image is "${image}", and the settings say "${settings.image}".`,
                  'Use the image of the settings.',
                  policy.primary.image.line,
                ),
              ]),
        ];
      }),
    ),
};
