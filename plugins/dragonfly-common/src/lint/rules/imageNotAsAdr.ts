import { describeValue } from '../../manifests/spec/fieldErrors';
import { parseImage, programOf } from '../model/image';
import { LintRule, Offence, offenceAt } from './rule';

export const imageNotAsAdr: LintRule = {
  id: 'image-not-as-adr',
  severity: 'info',
  title: 'The image comes from another repository than that of the ADR',
  why: 'Another repository may not be mirrored, scanned or kept as long; a mirror of the platform team is right, a copy that somebody made is not.',
  fix: 'Use the repository of the decision record with a pinned version, or change the record.',
  check: ({ policy, servers }) =>
    servers.flatMap(({ container, engine, image, object }): Offence[] => {
      const wanted = policy?.primary.image;
      const expected = wanted && parseImage(wanted.value);
      return image &&
        expected &&
        engine === programOf(expected) &&
        image.repository !== expected.repository
        ? [
            {
              ...offenceAt(
                object,
                container.get('image'),
                `The image comes from ${describeValue(image.repository)}; the ADR says ${describeValue(expected.repository)}.`,
              ),
              adrLine: wanted.line,
            },
          ]
        : [];
    }),
};
