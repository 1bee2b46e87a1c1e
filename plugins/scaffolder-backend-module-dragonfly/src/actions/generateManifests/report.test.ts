import { policyDocument } from '../../__testUtils__/policyDocument';
import { report } from './report';

const document = policyDocument({ revision: 'sha256:1', source: 'adr.md' });
const summary = 'sessions: primary in Frankfurt, replica in Dublin';

describe('report', () => {
  it('says what was made from what, and every deviation with its reason', () => {
    expect(
      report(
        {
          summary,
          deviations: [
            {
              id: 'image-pinned',
              adr: { text: 'image: dragonfly:latest', line: 124 },
              generated: 'a pinned image',
              reason: 'A restart must not change the version.',
            },
            { id: 'network-policy', generated: 'one', reason: 'Least access' },
          ],
        },
        document,
      ),
    ).toBe(
      `${summary}

Generated from the policy "${document.policy.title}", revision \`sha256:1\`, read from \`adr.md\`.

### Where the files differ from the text of the policy

- **image-pinned** The policy (line 124) says \`image: dragonfly:latest\`. Generated: a pinned image. Why: A restart must not change the version.
- **network-policy** The policy is silent. Generated: one. Why: Least access.`,
    );
  });

  it('says so when there is no deviation', () => {
    expect(report({ summary, deviations: [] }, document)).toMatch(
      /\n\nThe files follow the text of the policy everywhere\.$/,
    );
  });

  it('ends with what is worth knowing', () => {
    expect(
      report({ summary, deviations: [] }, document, [
        {
          rule: 'server-version-untested',
          severity: 'warning',
          path: 'base/stateful-set.yaml',
          line: 27,
          message: 'The image is newer.',
          why: 'A flag may be gone.',
          fix: 'Start it once.',
        },
      ]),
    ).toMatch(
      /everywhere\.\n\n### Worth knowing before you merge\n\n- `base\/stateful-set\.yaml:27` The image is newer\. A flag may be gone\. Start it once\.$/,
    );
  });

  it('warns of a policy that is no longer accepted', () => {
    const superseded = {
      ...document,
      policy: {
        ...document.policy,
        status: { value: 'superseded' as const, line: 3 },
      },
    };

    expect(report({ summary, deviations: [] }, superseded)).toContain(
      'The policy is marked as **superseded**.',
    );
  });

  it('quotes text with backticks and line breaks as one piece of code', () => {
    expect(
      report(
        {
          summary,
          deviations: [
            {
              id: 'x',
              adr: { text: 'run\n  `REPLICAOF NO ONE`', line: 1 },
              generated: 'y',
              reason: 'z',
            },
          ],
        },
        document,
      ),
    ).toContain('says `` run `REPLICAOF NO ONE` ``.');
  });
});
