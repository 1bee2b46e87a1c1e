import { Document, isCollection, isMap, isScalar } from 'yaml';
import { CACHE_ENTITY, cacheAnnotations } from '../annotations';
import { RecordedRequest } from '../manifests/record/types';
import { ManifestFile } from '../manifests/types';
import { parseYamlDocuments } from '../yaml/parseYaml';

const DESCRIPTION = ['metadata', 'description'];
const ANNOTATIONS = ['metadata', 'annotations'];
const TAGS = ['metadata', 'tags'];
const OWNER = ['spec', 'owner'];
const SYSTEM = ['spec', 'system'];
const DEPENDENCY_OF = ['spec', 'dependencyOf'];

/** The entity of a cache among the documents of a file. */
export function entityOf(
  documents: readonly Document.Parsed[],
  cache: string,
): Document.Parsed | undefined {
  return documents.find(
    document =>
      document.get('kind') === CACHE_ENTITY.kind &&
      document.getIn([...ANNOTATIONS, cacheAnnotations.cache]) === cache,
  );
}

function stringsAt(document: Document.Parsed, path: string[]): string[] {
  const node = document.getIn(path, true);
  return isCollection(node)
    ? node.items.flatMap(item =>
        isScalar(item) && typeof item.value === 'string' ? [item.value] : [],
      )
    : [];
}

/** Sets a value, or removes it; leaves the document untouched where it says so already. */
function put(
  document: Document.Parsed,
  path: string[],
  value: unknown,
): boolean {
  if (document.getIn(path) === value) return false;
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, value);
  return true;
}

function putList(
  document: Document.Parsed,
  path: string[],
  values: string[],
): boolean {
  if (stringsAt(document, path).join('\n') === values.join('\n')) return false;
  if (values.length === 0) document.deleteIn(path);
  else document.setIn(path, document.createNode(values));
  return true;
}

/**
 * Brings the catalog entity of a cache up to date and leaves everything else in the file as it is: people add
 * annotations, tags and links there, and other entities beside it. Fields that people may have reason to change by hand
 * (description, owner, system) follow the request only where the request itself has changed.
 *
 * @param asked - the request before and after
 */
export function mergeCatalogInfo(
  current: ManifestFile,
  next: ManifestFile,
  asked: { before: RecordedRequest; after: RecordedRequest },
): ManifestFile {
  const { after, before } = asked;
  const documents = parseYamlDocuments(current.content);
  const entity = entityOf(documents, before.name);
  const target = entityOf(parseYamlDocuments(next.content), before.name);
  if (!entity || !target) return next;

  const annotations = target.getIn(ANNOTATIONS, true);
  const names = isMap(annotations)
    ? annotations.items.map(({ key }) => String(key))
    : [];
  const left = before.consumers
    .map(({ entityRef }) => entityRef)
    .filter(ref => !after.consumers.some(({ entityRef }) => entityRef === ref));
  const listed = stringsAt(entity, DEPENDENCY_OF);
  const wanted = stringsAt(target, DEPENDENCY_OF);
  const tags = stringsAt(entity, TAGS);

  const changes = [
    ...names.map(name => {
      const path = [...ANNOTATIONS, name];
      return put(entity, path, target.getIn(path));
    }),
    ...[
      { path: DESCRIPTION, changed: before.description !== after.description },
      { path: OWNER, changed: before.owner !== after.owner },
      { path: SYSTEM, changed: before.system !== after.system },
    ].map(
      ({ path, changed }) => changed && put(entity, path, target.getIn(path)),
    ),
    putList(entity, TAGS, [
      ...tags,
      ...stringsAt(target, TAGS).filter(tag => !tags.includes(tag)),
    ]),
    putList(entity, DEPENDENCY_OF, [
      ...listed.filter(ref => !left.includes(ref)),
      ...wanted.filter(ref => !listed.includes(ref)),
    ]),
  ];
  return changes.some(Boolean)
    ? {
        ...current,
        content: documents
          .map(document => document.toString({ lineWidth: 0 }))
          .join(''),
      }
    : current;
}
