import { policyDocument } from '../../__fixtures__/policyDocument';
import { warningsOfPolicy } from './warningsOfPolicy';

describe('warningsOfPolicy', () => {
  it('has nothing to say of an accepted record without problems', () => {
    expect(warningsOfPolicy(policyDocument())).toEqual([]);
  });

  it('warns of a record that is no longer, or not yet, in force', () => {
    const document = policyDocument({
      policy: { status: { value: 'superseded', line: 3 } },
    });
    expect(warningsOfPolicy(document)).toEqual([
      'The decision record "Caching with Dragonfly" is superseded (line 3). Ask its authors before you build on it.',
    ]);
  });

  it('says that a newer text was refused, and why', () => {
    const document = policyDocument({
      refusedRevision: 'sha256:2',
      problems: [
        {
          severity: 'error',
          subject: 'use-case table',
          expected: 'a table',
          message: 'The use-case table is missing.',
        },
      ],
    });
    expect(warningsOfPolicy(document)).toEqual([
      'A newer text of the decision record could not be read, so the previous one stays in force.',
      'The use-case table is missing.',
    ]);
  });
});
