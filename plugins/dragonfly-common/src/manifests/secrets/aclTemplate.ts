import { ResolvedCache } from '../resolvedCache';
import { aclLines, aclUsers } from './aclLines';

function quoted(key: string): string {
  return JSON.stringify(key);
}

/**
 * The ACL file as a template of the External Secrets operator. Passwords become their SHA-256: whatever characters
 * they have, none can end its field or add a right, and the mounted file holds no clear text. An empty password stops
 * the template, because its hash would admit everybody who sends an empty one; the Secret before it then stays.
 */
export function aclTemplate(cache: ResolvedCache): string {
  const keys = aclUsers(cache).map(({ secretKey }) => quoted(secretKey));
  return [
    `{{- range list ${keys.join(' ')} }}`,
    '{{- if not (index $ .) }}{{ fail (printf "the password %q is empty" .) }}{{ end }}',
    '{{- end -}}',
    ...aclLines(
      cache,
      ({ secretKey }) => `#{{ index . ${quoted(secretKey)} | sha256sum }}`,
    ),
  ].join('\n');
}
