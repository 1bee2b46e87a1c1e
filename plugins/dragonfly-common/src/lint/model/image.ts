/** A container image, taken apart. */
export interface Image {
  /** Without tag and digest: `docker.dragonflydb.io/dragonflydb/dragonfly`. */
  repository: string;
  tag?: string;
  digest?: string;
  /** Read from the tag, where that names a version. */
  version?: { major: number; minor: number };
}

const VERSION = /^v?(\d{1,4})\.(\d{1,4})(?:\D|$)/;

/** Takes an image apart. The colon of a registry's port is before the last slash, so it is no tag. */
export function parseImage(text: string): Image {
  const [name, digest] = text.trim().split('@');
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  const tag = colon === -1 ? undefined : name.slice(colon + 1);
  const [, major, minor] = VERSION.exec(tag ?? '') ?? [];
  return {
    repository: colon === -1 ? name : name.slice(0, colon),
    tag,
    digest,
    version:
      major === undefined
        ? undefined
        : { major: Number(major), minor: Number(minor) },
  };
}

/** Last part of the repository: `dragonfly`. */
export function programOf(image: Image): string {
  return image.repository
    .slice(image.repository.lastIndexOf('/') + 1)
    .toLowerCase();
}
