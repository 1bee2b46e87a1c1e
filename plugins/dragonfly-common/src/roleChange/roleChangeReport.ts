import { CATALOG_INFO_PATH } from '../manifests/record/paths';
import { CacheRecord } from '../manifests/record/types';
import { code, list, table } from '../manifests/readme/markdown';
import { ManifestFile } from '../manifests/types';

function meaning(path: string, from: string, to: string): string {
  if (path === CATALOG_INFO_PATH) {
    return `The portal expects the primary in ${code(to)} and reports a drift until the servers agree.`;
  }
  const [, region] = path.split('/');
  if (path.endsWith('/write-service.yaml')) {
    return region === to
      ? 'Leads to the local server.'
      : `Leads to the server of ${code(to)}.`;
  }
  if (region === to) return 'Declared as the primary.';
  return region === from
    ? `Declared as a replica of ${code(to)}; was the primary.`
    : `Declared as a replica of ${code(to)}.`;
}

/** What a role change does and what to mind, for the text of its pull request. */
export function roleChangeReport(change: {
  record: CacheRecord;
  from: string;
  to: string;
  changed: readonly ManifestFile[];
}): string {
  const { changed, from, record, to } = change;
  const name = code(record.request.name);
  if (changed.length === 0) {
    return `The files of the cache ${name} declare the primary in ${code(to)} already; there is nothing to change.`;
  }
  return [
    `Declares the primary of the cache ${name} in ${code(to)} instead of ${code(from)}.`,
    table(
      ['File', 'What it says now'],
      changed.map(({ path }) => [code(path), meaning(path, from, to)]),
    ),
    '### Before you merge',
    list([
      `This makes a promotion durable; it does not promote. Merge it when the server of ${code(to)} **is** the primary (${code('INFO replication')} says ${code('role:master')} there).`,
      `Until it is merged, a restart in ${code(to)} follows the old declaration when no peer answers, and would flush what was written since the promotion.`,
      'Merging restarts no server: the role is read when a pod starts.',
    ]),
    '### After it is applied',
    list([
      `${code(`${record.request.name}-write`)} leads to ${code(to)} from every region. Connections that were open before stay with the old server until they are cut.`,
      `The server of ${code(from)} follows the new primary once it has been attached to it or has started anew. What it alone had is flushed by that.`,
      `The way back is the same change with ${code(from)}; it gives the bytes of before.`,
    ]),
  ].join('\n\n');
}
