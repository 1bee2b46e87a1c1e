import { code, list } from '../manifests/readme/markdown';
import { CacheRecord } from '../manifests/record/types';

function orderedSteps(record: CacheRecord): string[] {
  const { consumers, name } = record.request;
  const { argoCd, namespace } = record.choices;
  const refs = consumers.map(({ entityRef }) => code(entityRef)).join(', ');
  const kubectl = (rest: string) =>
    code(
      namespace === undefined
        ? `kubectl ${rest}`
        : `kubectl -n ${namespace} ${rest}`,
    );
  const regions = record.nodes.map(({ region }) => code(region)).join(', ');
  return [
    consumers.length > 0
      ? `The consumers ${refs} no longer use the cache, and what they applied from ${code('consumers/')} is deleted from their namespaces.`
      : 'No consumer is recorded. Check that nobody is connected (`CLIENT LIST`) all the same.',
    argoCd
      ? 'Merge this. Deleting the ApplicationSet deletes the Applications; their objects go with them where the Applications have a finalizer.'
      : `Before the files are gone: ${code('kubectl delete -k overlays/<region>')} in each region (${regions}). **The data is lost with the last server.**`,
    `Delete the passwords: the Secrets whose name begins with ${code(`${name}-`)} (${kubectl('get secrets')}), and their entries in the secret stores.`,
    'Remove the entity from the catalog where it was registered by hand; the portal then stops watching the cache.',
    'Remove the names of the servers from DNS, and what leads to them between the regions.',
  ];
}

/** What goes, what stays, and in which order to go about it, for the text of the pull request. */
export function retirementReport(retirement: {
  record: CacheRecord;
  delete: readonly string[];
  kept: readonly string[];
  edited: readonly string[];
}): string {
  const { edited, kept, record } = retirement;
  const parts = [
    `Retires the cache ${code(record.request.name)}: **its data is lost for good** once its servers are deleted.`,
    '### In this order',
    orderedSteps(record)
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
    '### Files',
    list([
      `Deleted: ${retirement.delete.length} generated files, with the record and the catalog entity.`,
      ...(edited.length > 0
        ? [
            `Edited by hand, and deleted with them: ${edited.map(code).join(', ')}`,
          ]
        : []),
      kept.length > 0
        ? `They stay, because they were not generated or belong to users: ${kept.map(code).join(', ')}`
        : 'Nothing else is in the folder.',
    ]),
  ];
  return parts.join('\n\n');
}
