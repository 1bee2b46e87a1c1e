import { z } from 'zod';

const address4 = z.cidrv4();
const address6 = z.cidrv6();

/** Tells whether a text is an IPv4 or IPv6 address range with a prefix length. */
export function isCidr(text: string): boolean {
  return address4.safeParse(text).success || address6.safeParse(text).success;
}
