const DNS_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** In words, for messages. */
export const DNS_LABEL_EXPECTED =
  'a DNS label: 1 to 63 lower-case letters, digits and dashes, beginning and ending with a letter or digit';

/**
 * Whether a value can stand for one part of a host name (RFC 1123). It then holds no dot, slash or space, which is
 * what makes it safe to put into a host or file name template.
 *
 * @public
 */
export function isDnsLabel(value: string): boolean {
  return DNS_LABEL.test(value);
}
