import { Reply } from './types';

/** Version of the wire protocol. */
export type Protocol = 2 | 3;

function bulk(text: string): string {
  return `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
}

/** Dragonfly sends texts for people, such as INFO, as "verbatim strings" to those who speak RESP3. */
function verbatim(text: string): string {
  return `=${Buffer.byteLength(text) + 4}\r\ntxt:${text}\r\n`;
}

function encodeText(text: string, protocol: Protocol): string {
  if (/^[A-Z]+$/.test(text)) {
    return `+${text}\r\n`;
  }
  return protocol === 3 && text.startsWith('# ') ? verbatim(text) : bulk(text);
}

function encodeNumber(value: number, protocol: Protocol): string {
  if (Number.isInteger(value)) {
    return `:${value}\r\n`;
  }
  return protocol === 3 ? `,${value}\r\n` : bulk(String(value));
}

/** Encodes a reply for the wire. RESP2 knows no maps: they become lists of keys and values. */
export function encodeReply(reply: Reply, protocol: Protocol): string {
  if (reply === null) {
    return protocol === 3 ? '_\r\n' : '$-1\r\n';
  }
  if (typeof reply === 'string') {
    return encodeText(reply, protocol);
  }
  if (typeof reply === 'number') {
    return encodeNumber(reply, protocol);
  }
  if (Array.isArray(reply)) {
    return `*${reply.length}\r\n${reply.map(each => encodeReply(each, protocol)).join('')}`;
  }
  if ('error' in reply) {
    return `-${reply.error.replace(/[\r\n]+/g, ' ')}\r\n`;
  }
  const pairs = reply.map
    .flat()
    .map(each => encodeReply(each, protocol))
    .join('');
  return protocol === 3
    ? `%${reply.map.length}\r\n${pairs}`
    : `*${reply.map.length * 2}\r\n${pairs}`;
}
