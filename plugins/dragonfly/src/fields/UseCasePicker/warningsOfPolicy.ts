import { PolicyDocument } from 'backstage-plugin-dragonfly-common';

/** What somebody who is about to follow the policy should know of the policy itself, one sentence each. */
export function warningsOfPolicy(document: PolicyDocument): string[] {
  const { policy, problems, refusedRevision } = document;
  const { status } = policy;
  return [
    ...(status.value === 'accepted'
      ? []
      : [
          `The decision record "${policy.title}" is ${status.value} (line ${status.line}). Ask its authors before you build on it.`,
        ]),
    ...(refusedRevision
      ? [
          'A newer text of the decision record could not be read, so the previous one stays in force.',
        ]
      : []),
    ...problems.map(({ message }) => message),
  ];
}
