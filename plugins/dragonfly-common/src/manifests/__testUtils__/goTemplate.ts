import { createHash } from 'node:crypto';

const GUARD =
  /^\{\{- range list ((?:"[^"]+" ?)+)\}\}\n\{\{- if not \(index \$ \.\) \}\}\{\{ fail \(printf "([^"]*)%q([^"]*)" \.\) \}\}\{\{ end \}\}\n\{\{- end -\}\}\n/;
const HASH = /\{\{ index \. "([^"]+)" \| sha256sum \}\}/g;

function valueIn(values: ReadonlyMap<string, string>, key: string): string {
  return values.get(key) ?? '';
}

function checked(template: string, values: ReadonlyMap<string, string>) {
  return template.replace(GUARD, (_, keys: string, before, after) => {
    for (const [, key] of keys.matchAll(/"([^"]+)"/g)) {
      if (!valueIn(values, key)) throw new Error(`${before}"${key}"${after}`);
    }
    return '';
  });
}

/**
 * Executes what the generated templates use of the External Secrets operator's template language: the check for empty
 * values, and hashes. Anything else is an error, so that a template cannot outgrow its test.
 */
export function executeTemplate(
  template: string,
  values: ReadonlyMap<string, string>,
): string {
  const text = checked(template, values).replace(HASH, (_, key) =>
    createHash('sha256').update(valueIn(values, key)).digest('hex'),
  );
  if (/\{\{|\}\}/.test(text)) {
    throw new Error(`Found a template action that is not known:\n${text}`);
  }
  return text;
}
