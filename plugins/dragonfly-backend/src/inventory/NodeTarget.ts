import { createHash } from 'node:crypto';
import { NodeLogin, NodeTemplate } from '../config';

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
    operations: template.operations && {
      ...template.operations,
      passwordFile:
        template.operations.passwordFile &&
        fill(template.operations.passwordFile),
    },
  };
}

/** The same node with the credentials for operations; undefined where app-config has none. */
export function operatorOf(target: NodeTarget): NodeTarget | undefined {
  const { operations, host, port, tls, caFile } = target;
  return operations && { host, port, tls, caFile, ...operations };
}

/** Equal for equal targets; does not reveal what it was made from. */
export function fingerprintOf(target: NodeTarget): string {
  const { host, port, tls, caFile, operations } = target;
  const login = ({ username, password, passwordFile }: NodeLogin) => [
    username,
    password,
    passwordFile,
  ];
  return createHash('sha256')
    .update(
      JSON.stringify([
        host,
        port,
        tls,
        caFile,
        login(target),
        operations && login(operations),
      ]),
    )
    .digest('hex');
}
