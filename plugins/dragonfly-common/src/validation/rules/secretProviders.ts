import { fieldsAt, listAt, textAt } from '../model/fields';
import { ManifestObject } from '../model/ManifestObject';

/** A Secret that a generated object makes, with the keys it will have. */
export interface ProvidedSecret {
  name: string;
  keys: readonly string[];
}

const CERTIFICATE_KEYS = ['tls.crt', 'tls.key', 'ca.crt'];

function madeBy(object: ManifestObject): ProvidedSecret[] {
  const { fields, kind, name } = object;
  if (kind === 'Certificate') {
    const secret = textAt(fields, 'spec', 'secretName');
    return secret ? [{ name: secret, keys: CERTIFICATE_KEYS }] : [];
  }
  if (kind !== 'ExternalSecret') return [];
  return [
    {
      name: textAt(fields, 'spec', 'target', 'name') ?? name,
      keys: [
        ...listAt(fields, 'spec', 'data').flatMap(
          entry => textAt(entry, 'secretKey') ?? [],
        ),
        ...Object.keys(fieldsAt(fields, 'spec', 'target', 'template', 'data')),
      ],
    },
  ];
}

/** The Secrets that the objects make. */
export function providedSecrets(
  objects: readonly ManifestObject[],
): ProvidedSecret[] {
  return objects.flatMap(madeBy);
}

/** Whether the README tells its reader to make this key of this Secret. */
export function isDocumented(
  readme: string | undefined,
  secret: string,
  key: string,
): boolean {
  return Boolean(readme?.includes(secret) && readme.includes(`\`${key}\``));
}
