import { CACHE_ENTITY, cacheAnnotations } from '../annotations';
import { ManifestFile } from '../manifests/types';
import { quote } from '../words/quote';
import { repositoryProblem } from './repositoryProblem';
import {
  asYaml,
  documentsOf,
  lineAt,
  replaced,
  textAt,
  TextRange,
} from './sourceText';
import { RepositoryProblem } from './types';

/** The region that the catalog entity names as the primary's. */
export interface PrimaryAnnotation {
  file: ManifestFile;
  line: number;
  region: string;
  range: TextRange;
}

/** Reads the annotation from the entity of the cache; the file may hold other entities beside it. */
export function readPrimaryAnnotation(
  file: ManifestFile,
  cache: string,
):
  | { ok: true; annotation: PrimaryAnnotation }
  | { ok: false; problem: RepositoryProblem } {
  const read = documentsOf(file);
  if (!read.ok) return read;
  const annotations = ['metadata', 'annotations'];
  const entity = read.documents.find(
    document =>
      document.get('kind') === CACHE_ENTITY.kind &&
      document.getIn([...annotations, cacheAnnotations.cache]) === cache,
  );
  const region =
    entity && textAt(entity, [...annotations, cacheAnnotations.primaryRegion]);
  if (!region) {
    return {
      ok: false,
      problem: repositoryProblem({
        code: 'annotation-missing',
        path: file.path,
        found: entity
          ? `no annotation "${cacheAnnotations.primaryRegion}"`
          : `no ${CACHE_ENTITY.kind} with the annotation "${cacheAnnotations.cache}: ${cache}"`,
        expected: `the entity of the cache ${quote(cache)} with the region of its primary`,
        remedy: 'Restore the file from the last generated commit.',
      }),
    };
  }
  return {
    ok: true,
    annotation: {
      file,
      line: lineAt(file.content, region.range.start),
      region: region.value,
      range: region.range,
    },
  };
}

/** The same file with another region. */
export function withPrimaryRegion(
  { file, range }: PrimaryAnnotation,
  region: string,
): ManifestFile {
  return { ...file, content: replaced(file.content, range, asYaml(region)) };
}
