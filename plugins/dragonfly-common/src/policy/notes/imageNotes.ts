import { PolicyNote, Sourced } from '../types';

/** Images whose content changes under the same name: the tag `latest`, or neither tag nor digest. */
export function imageNotes(images: Sourced<string>[]): PolicyNote[] {
  const lines = new Map<string, number[]>();
  for (const { value, line } of images.filter(image =>
    isMovable(image.value),
  )) {
    lines.set(value, [...(lines.get(value) ?? []), line]);
  }
  return [...lines].map(([image, where]) => ({
    code: 'IMAGE_NOT_PINNED',
    message: `The image ${image} (${where.length > 1 ? 'lines' : 'line'} ${where.join(', ')}) is not pinned: what runs can change at any restart.`,
    lines: where,
  }));
}

function isMovable(image: string): boolean {
  if (image.includes('@')) {
    return false;
  }
  // A colon before the last slash belongs to the port of the registry.
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest';
}
