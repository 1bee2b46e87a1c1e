import { posix } from 'node:path';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  CACHE_ENTITY,
  ManifestFile,
  parseYamlDocuments,
} from 'backstage-plugin-dragonfly-common';
import { Document } from 'yaml';

const SOURCE_TEMPLATE_ANNOTATION = 'backstage.io/source-template';

/** The generated catalog-info.yaml and the cache's entity in it. */
export interface CatalogInfo {
  path: string;
  entityRef: string;
}

/**
 * Finds the cache's entity among the generated files.
 *
 * @throws Error when it is not there, which is a defect of the generator.
 */
export function readCatalogInfo(files: ManifestFile[]): CatalogInfo {
  for (const file of files.filter(isCatalogInfo)) {
    for (const document of parseYamlDocuments(file.content)) {
      const kind = document.get('kind');
      const name = document.getIn(['metadata', 'name']);
      const namespace = document.getIn(['metadata', 'namespace']);
      if (kind === CACHE_ENTITY.kind && typeof name === 'string') {
        return {
          path: file.path,
          entityRef: stringifyEntityRef({
            kind,
            namespace: typeof namespace === 'string' ? namespace : undefined,
            name,
          }),
        };
      }
    }
  }
  throw new Error(
    `Found no catalog-info.yaml with an entity of kind ${CACHE_ENTITY.kind} among the ${files.length} generated files; nothing was written.`,
  );
}

/** Notes in every generated entity which template it came from, as the scaffolder's own `catalog:write` does. */
export function withSourceTemplate(
  files: ManifestFile[],
  templateRef: string,
): ManifestFile[] {
  return files.map(file =>
    isCatalogInfo(file)
      ? {
          ...file,
          content: parseYamlDocuments(file.content)
            .map(document => annotated(document, templateRef))
            .join(''),
        }
      : file,
  );
}

function annotated(document: Document, templateRef: string): string {
  document.setIn(
    ['metadata', 'annotations', SOURCE_TEMPLATE_ANNOTATION],
    templateRef,
  );
  return document.toString({ lineWidth: 0 });
}

function isCatalogInfo({ path }: ManifestFile): boolean {
  return posix.basename(path) === 'catalog-info.yaml';
}
