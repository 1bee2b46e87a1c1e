import { createHash } from 'node:crypto';
import { NodeTemplate } from '../config';

/** Where one node is reached. Never part of an answer, an error or a log line. */
export type NodeTarget = NodeTemplate;

/** Puts the cache's name into a node of app-config. The name must have been checked to be a DNS label. */
export function toTarget(
  template: NodeTemplate,
  cacheName: string,
): NodeTarget {
  const fill = (text: string) => text.replaceAll('{{cache}}', cacheName);
  return {
    ...template,
    host: fill(template.host),
    passwordFile: template.passwordFile && fill(template.passwordFile),
  };
}

/** Equal for equal targets; does not reveal what it was made from. */
export function fingerprintOf(target: NodeTarget): string {
  const { host, port, tls, caFile, username, password, passwordFile } = target;
  return createHash('sha256')
    .update(
      JSON.stringify([
        host,
        port,
        tls,
        caFile,
        username,
        password,
        passwordFile,
      ]),
    )
    .digest('hex');
}
