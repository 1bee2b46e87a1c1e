import { textAt } from '../model/fields';
import { Problem, problemAt, problemOf, Rule } from '../rule';
import { argumentsOf } from '../rules/serverFlagsOf';

const ANNOTATION = ['metadata', 'annotations', 'dragonflydb.io/topology'];

/** There is a copy in another region where the ADR wants one, and none where it does not. */
export const adrDisasterRecovery: Rule = {
  id: 'adr-disaster-recovery',
  severity: 'error',
  why: 'Without the copy that the ADR asks for, the loss of a region is the loss of the data.',
  check: ({ manifests, regions, set, useCase }) => {
    const wanted = { required: 'replicated', local: 'independent' } as const;
    const expected =
      useCase.disasterRecovery === 'optional'
        ? manifests.topology
        : wanted[useCase.disasterRecovery];
    const problems: Problem[] = set
      .ofKind('Resource')
      .filter(({ fields }) => textAt(fields, ...ANNOTATION) !== expected)
      .map(object =>
        problemAt(
          object,
          ANNOTATION,
          `The catalog entity says ${textAt(object.fields, ...ANNOTATION) ?? 'nothing'} about the topology, and the ADR wants ${expected} for "${useCase.title}" (line ${useCase.line}).`,
          `Write "${expected}".`,
          useCase.line,
        ),
      );
    if (expected === 'replicated' && regions.length < 2) {
      problems.push(
        problemOf(
          'catalog-info.yaml',
          `The cache is in one region, and the ADR wants a copy in another for "${useCase.title}" (line ${useCase.line}).`,
          'Add a region.',
          { adrLine: useCase.line },
        ),
      );
    }
    // A role on the command line would hold whatever the role file says.
    const fixed = regions.flatMap(({ servers }) =>
      servers.flatMap(server =>
        argumentsOf(server).filter(({ flag }) => flag === 'replicaof'),
      ),
    );
    return [
      ...problems,
      ...fixed.map(({ object, pointer }) =>
        problemAt(
          object,
          pointer,
          'The command line of the server says whom it follows.',
          'Keep the role in the role file.',
        ),
      ),
    ];
  },
};
