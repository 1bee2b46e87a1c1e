import { ManifestNode } from '../source/manifestNode';
import { Server } from './server';
import { settingOf } from './setting';

const OPERATOR_ADMIN_PORT = 9999;
const DEFAULT_PORT = 6379;

/** The port that applications use. */
export function mainPortOf({ settings }: Server): number {
  return Number(settingOf(settings, 'port')?.value ?? DEFAULT_PORT);
}

/** The admin port of a Dragonfly server; `undefined` when there is none. */
export function adminPortOf(server: Server): number | undefined {
  const setting = settingOf(server.settings, 'admin_port');
  if (!setting) return server.operator ? OPERATOR_ADMIN_PORT : undefined;
  return Number(setting.value) || undefined;
}

/** Whether a port of a Service leads to a port of a server, by number or by name. */
export function leadsTo(
  port: ManifestNode,
  server: Server,
  wanted: number,
): boolean {
  const target = port.get('targetPort').text() ?? port.get('port').text();
  if (target === String(wanted)) return true;
  return server.container
    .get('ports')
    .items()
    .some(
      own =>
        own.get('name').text() === target &&
        own.get('containerPort').number() === wanted,
    );
}
