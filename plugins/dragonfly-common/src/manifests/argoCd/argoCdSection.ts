import { code, list } from '../readme/markdown';
import { ResolvedCache } from '../resolvedCache';
import { folderInRepository } from './applicationSet';

function roleText(cache: ResolvedCache): string[] {
  if (cache.topology === 'independent') return [];
  const { names } = cache;
  return [
    `**A role change is made on the running servers first, then in Git.** The ApplicationSet ignores ${code('/data')} of the ConfigMap ${code(names.role)} and ${code('/spec')} of the Service ${code(names.write)}, in comparing and in syncing, so self-heal never undoes a promotion. For the same reason a commit alone changes neither of them where they exist already: whoever promotes writes them to the clusters, and the commit keeps Git equal to what is live. Git decides again when an object is made anew, for example in a rebuilt cluster, so do not leave the commit out.`,
    `A generated change of ${code(names.write)} other than its role, such as another port, is not rolled out either: apply it with ${code('kubectl')}.`,
  ];
}

/** What it means that Argo CD deploys the cache. */
export function argoCdSection(cache: ResolvedCache): string {
  const { argoCd } = cache;
  if (!argoCd) return '';
  const root = folderInRepository(cache, argoCd.repository);
  const consumers =
    cache.consumers.length > 0
      ? [
          `The folders below ${code('consumers/')} are not part of it: they belong to the namespaces, and so to the Argo CD projects, of the consumers. Each adds ${code(`${root}/consumers/<id>`)} as a source of its own.`,
        ]
      : [];
  return [
    '## Argo CD',
    `${code('argocd/application-set.yaml')} makes one Application per region from ${code(root)} at ${code(argoCd.revision)}. Apply it once in the namespace ${code(argoCd.namespace)} of Argo CD; ${code('kubectl apply -k')} is for clusters without it.`,
    list([
      ...roleText(cache),
      'Nothing is pruned by itself, and deleting an Application or the ApplicationSet leaves the cache running: what goes away is deleted on purpose.',
      ...consumers,
    ]),
  ].join('\n\n');
}
