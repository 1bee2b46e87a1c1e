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

/** One node of the config. */
export const node = z
  .strictObject(
    {
      host,
      port: port.default(6379),
      tls: toggle.default(false),
      caFile: text('the path of a PEM file').optional(),
      ...login,
      operations: operations.optional(),
    },
    { error: 'an object with "host"' },
  )
  .refine(hasOnePassword, onePassword())
  .refine(
    ({ username, password, passwordFile }) =>
      !username || password || passwordFile,
    {
      path: ['username'],
      error: 'a "password" or "passwordFile" beside the user name',
    },
  )
  .refine(({ tls, caFile }) => tls || !caFile, {
    path: ['caFile'],
    error: '"tls: true" beside a file of certificate authorities',
  });

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
