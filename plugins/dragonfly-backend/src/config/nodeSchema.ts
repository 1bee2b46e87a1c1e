import { z } from 'zod';
import { host, port, text, toggle } from './fields';

/** Of a user: the name, and either a password or the file that holds it. */
const login = {
  username: text('the name of a user').optional(),
  password: text('a password').optional(),
  passwordFile: text('the path of a file').optional(),
};

const operations = z
  .strictObject(login, {
    error: 'an object with "username" and "password" or "passwordFile"',
  })
  .refine(({ password, passwordFile }) => password || passwordFile, {
    path: ['passwordFile'],
    error: 'a "password" or "passwordFile" of the user for operations',
  })
  .refine(hasOnePassword, onePassword());

/** How a node is trusted and logged in to. */
const access = {
  caFile: text('the path of a PEM file').optional(),
  ...login,
  operations: operations.optional(),
};

/** What many nodes share, by whose name they refer to it. */
export const credentials = z
  .strictObject(access, {
    error: 'an object with "username" and "password" or "passwordFile"',
  })
  .refine(hasOnePassword, onePassword())
  .refine(namesNobodyWithoutPassword, passwordOfUser());

/** Where a node is, and the name of what it is logged in to with: all that may be said outside of app-config. */
export const nodeAddress = {
  host,
  port: port.default(6379),
  tls: toggle.default(false),
  credentials: text('the name of an entry of dragonfly.credentials').optional(),
};

/** One node of the config. */
export const node = z
  .strictObject(
    { ...nodeAddress, ...access },
    { error: 'an object with "host"' },
  )
  .refine(hasOnePassword, onePassword())
  .refine(namesNobodyWithoutPassword, passwordOfUser())
  .refine(({ tls, caFile }) => tls || !caFile, {
    path: ['caFile'],
    error: '"tls: true" beside a file of certificate authorities',
  })
  .refine(
    each =>
      !each.credentials ||
      [
        each.username,
        each.password,
        each.passwordFile,
        each.caFile,
        each.operations,
      ].every(value => value === undefined),
    {
      path: ['credentials'],
      error:
        'either the name of an entry of dragonfly.credentials or "username", "password", "passwordFile", "caFile" and "operations" of the node itself, not both',
    },
  );

function hasOnePassword(of: {
  password?: string;
  passwordFile?: string;
}): boolean {
  return !(of.password && of.passwordFile);
}

function onePassword() {
  return {
    path: ['passwordFile'],
    error: 'either "password" or "passwordFile", not both',
  };
}

function namesNobodyWithoutPassword(of: {
  username?: string;
  password?: string;
  passwordFile?: string;
}): boolean {
  return Boolean(!of.username || of.password || of.passwordFile);
}

function passwordOfUser() {
  return {
    path: ['username'],
    error: 'a "password" or "passwordFile" beside the user name',
  };
}
