import { LintRule, Offence, offenceAt } from './rule';

export const imageNotPinned: LintRule = {
  id: 'image-not-pinned',
  severity: 'warning',
  title: 'The image can change without a change of the manifest',
  why: 'A restart may bring another version: one that does not know a flag stops at its start, and two sides of different versions may not replicate. It happens when a node fails, not when somebody is watching.',
  fix: 'Name a version or a digest, and raise it on purpose, the replica first.',
  check: ({ servers }) =>
    servers.flatMap(({ container, image, object }): Offence[] => {
      if (!image || image.digest) return [];
      const { tag } = image;
      if (tag !== undefined && /\d/.test(tag)) return [];
      return [
        offenceAt(
          object,
          container.get('image'),
          tag === undefined
            ? 'The image has no tag; expected a version or a digest.'
            : `The image's tag is "${tag.slice(0, 60)}"; expected a version or a digest.`,
        ),
      ];
    }),
};
