import { DrawnGroup } from '../sections/diagrams';
import { PolicyNote, Sourced } from '../types';

const REPLICA = /\b(?:dr|replica|secondary)\b/i;

/** More or fewer servers drawn in one place than the StatefulSet of their role declares. */
export function nodeCountNotes(
  groups: DrawnGroup[],
  declared: { primary?: Sourced<number>; replica?: Sourced<number> },
): PolicyNote[] {
  return groups.flatMap(({ title, servers }) =>
    (['primary', 'replica'] as const).flatMap((role): PolicyNote[] => {
      const drawn = servers
        .filter(
          ({ label }) =>
            REPLICA.test(`${title} ${label}`) === (role === 'replica'),
        )
        .map(({ line }) => line);
      const replicas = declared[role];
      if (drawn.length === 0 || !replicas || replicas.value === drawn.length) {
        return [];
      }
      const where = title === '' ? '' : ` in "${title}"`;
      return [
        {
          code: 'NODE_COUNT_CONTRADICTION',
          message: `A diagram draws ${drawn.length} Dragonfly nodes${where} (lines ${drawn.join(', ')}); the ${role} StatefulSet declares replicas: ${replicas.value} (line ${replicas.line}).`,
          lines: [...drawn, replicas.line],
        },
      ];
    }),
  );
}
