import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Digest of a file's text: `sha256:` and 64 hexadecimal digits. */
export function digestOf(content: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(content)))}`;
}
