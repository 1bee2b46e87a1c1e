import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const STOCK_FIELDS = resolve(
  require.resolve('@backstage/plugin-scaffolder/package.json'),
  '../dist/extensions/default.esm.js',
);
const OWN_FIELDS = resolve(__dirname, '../../../dragonfly/src/fields');

/**
 * Names of the form fields the wizard has: the scaffolder's and those of the dragonfly frontend. They are read from the
 * sources, since the components themselves only load in a browser.
 */
export function fieldExtensions(): string[] {
  const sources = readdirSync(OWN_FIELDS)
    .filter(file => file.endsWith('FormField.ts'))
    .map(file => resolve(OWN_FIELDS, file));
  return [STOCK_FIELDS, ...sources].flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/\bname: ["'](\w+)["']/g)].map(
      ([, name]) => name,
    ),
  );
}
