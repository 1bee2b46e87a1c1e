/** Path of the record within the folder of a cache. */
export const RECORD_PATH = 'cache-request.yaml';

/** Path of the catalog entity within the folder of a cache. */
export const CATALOG_INFO_PATH = 'catalog-info.yaml';

const ROLE_FILE_PATH =
  /^overlays\/[^/]+\/(?:role-config-map|write-service)\.yaml$/;

const CUSTOM_PATH = /^overlays\/[^/]+\/custom\//;

/** Where the role of a region stands. */
export function roleConfigMapPath(region: string): string {
  return `overlays/${region}/role-config-map.yaml`;
}

/** Where a region's way to the primary stands. */
export function writeServicePath(region: string): string {
  return `overlays/${region}/write-service.yaml`;
}

/** Whether a move of the primary changes the file; the catalog entity, which it changes too, is not among them. */
export function isRoleFile(path: string): boolean {
  return ROLE_FILE_PATH.test(path);
}

/** Whether the file belongs to the users of the cache: written once, never touched again. @public */
export function isCustomFile(path: string): boolean {
  return CUSTOM_PATH.test(path);
}
