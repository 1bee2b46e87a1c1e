import { listAt, Pointer, textAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';
import { ServerObject } from '../model/server';

/** A flag that a server is given, and where. */
export interface GivenFlag {
  /** Without dashes. */
  flag: string;
  value: string;
  object: ManifestObject;
  pointer: Pointer;
}

const FLAG = /^--([^=]+)(?:=([\s\S]*))?$/;

/** The flags on a server's command line. */
export function argumentsOf({ object, server }: ServerObject): GivenFlag[] {
  return listAt(server.fields, 'args').flatMap((text, index) => {
    const [, flag, value = 'true'] = FLAG.exec(String(text)) ?? [];
    const pointer = [...server.pointer, 'args', index];
    return flag ? [{ flag, value, object, pointer }] : [];
  });
}

/** The flags in a role file. */
export function roleFlagsOf(object: ManifestObject): GivenFlag[] {
  const pointer = ['data', 'role.flags'];
  const text = textAt(object.fields, ...pointer) ?? '';
  return text.split('\n').flatMap(line => {
    const [, flag, value = 'true'] = FLAG.exec(line) ?? [];
    return flag ? [{ flag, value, object, pointer }] : [];
  });
}

/** Value of a flag on a server's command line. */
export function argumentOf(
  server: ServerObject,
  name: string,
): GivenFlag | undefined {
  return argumentsOf(server).find(({ flag }) => flag === name);
}
